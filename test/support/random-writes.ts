import { recordRoots } from '@momentous/shared/board/records'
import * as Y from 'yjs'
import { addMoment, addStroke, momentsIn } from './session-builder.ts'

/** Writes something an honest client writes while everybody may: a note, its words, its values, ink. */
export function honestWrite(doc: Y.Doc, chance: () => number): void {
  const pick = <Value>(values: readonly Value[]): Value | undefined => values[Math.floor(chance() * values.length)]
  const moment = pick([...momentsIn(doc).values()].filter((each) => each instanceof Y.Map))
  const text = moment?.get('text')
  const kind = Math.floor(chance() * 6)
  if (kind === 0 || moment === undefined) return addMoment(doc, randomId(chance), 'A contact')
  if (kind === 1) return void moment.set('place', [Math.floor(chance() * 900), 20, 176, 120])
  if (kind === 2) return void moment.set('removed', chance() < 0.5)
  if (kind === 3) return addStroke(doc, randomId(chance))
  if (kind === 4) return doc.getMap('ink').delete(pick([...doc.getMap('ink').keys()]) ?? '')
  if (!(text instanceof Y.Text)) return
  const at = Math.floor(chance() * (text.length + 1))
  if (chance() < 0.4) text.delete(at, Math.min(2, text.length - at))
  else if (text.length < 60) text.insert(at, 'ab')
}

/** Writes anything anywhere, also what no board could hold. */
export function wildWrite(doc: Y.Doc, chance: () => number): void {
  const pick = <Value>(values: readonly Value[]): Value | undefined => values[Math.floor(chance() * values.length)]
  const root = doc.getMap<unknown>(pick([...recordRoots, 'session', 'elsewhere']) ?? 'moments')
  const key = pick([...root.keys(), randomId(chance)]) ?? ''
  const record = root.get(key)
  const inside = record instanceof Y.Map ? record : null
  const kind = Math.floor(chance() * 8)
  if (kind === 0) root.set(key, new Y.Map([['text', new Y.Text('made')]]))
  else if (kind === 1) root.set(key, Math.floor(chance() * 10))
  else if (kind === 2) root.delete(key)
  else if (kind === 3) inside?.set('text', new Y.Text('again'))
  else if (kind === 4)
    inside?.set(pick(['place', 'paper', 'order', 'whatever']) ?? '', new Y.Map([['deep', new Y.Map()]]))
  else if (kind === 5) inside?.delete(pick([...inside.keys()]) ?? '')
  else honestWrite(doc, chance)
}

function randomId(chance: () => number): string {
  return Array.from({ length: 12 }, () => 'abcdefghijkmnpqrstuvwxyz'[Math.floor(chance() * 24)]).join('')
}
