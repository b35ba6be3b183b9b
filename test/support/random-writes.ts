import { recordRoots } from '@momentous/shared/board/records'
import { packPoints } from '@momentous/shared/board/packed-points'
import * as Y from 'yjs'
import { addMoment, addRecord, addStroke, momentsIn } from './session-builder.ts'

/** Writes something an honest client writes while everybody may: a note, its words, its values, ink, shapes, stages. */
export function honestWrite(doc: Y.Doc, chance: () => number): void {
  const pick = <Value>(values: readonly Value[]): Value | undefined => values[Math.floor(chance() * values.length)]
  const moment = pick([...momentsIn(doc).values()].filter((each) => each instanceof Y.Map))
  const text = moment?.get('text')
  const kind = Math.floor(chance() * 11)
  if (kind === 0 || moment === undefined) return addMoment(doc, randomId(chance), 'A contact')
  if (kind === 1) return void moment.set('place', [Math.floor(chance() * 900), 20, 176, 120])
  if (kind === 2) return void moment.set('removed', chance() < 0.5)
  if (kind === 3) return addStroke(doc, randomId(chance))
  if (kind === 4) return doc.getMap('ink').delete(pick([...doc.getMap('ink').keys()]) ?? '')
  if (kind > 6) return writeOnWall(doc, chance, kind)
  if (!(text instanceof Y.Text)) return
  const at = Math.floor(chance() * (text.length + 1))
  if (chance() < 0.4) text.delete(at, Math.min(2, text.length - at))
  else if (text.length < 60) text.insert(at, 'ab')
}

/** Ink as it is written now, shapes of every kind, and stages: made, moved, grouped, put into the bin. */
function writeOnWall(doc: Y.Doc, chance: () => number, kind: number): void {
  const pick = <Value>(values: readonly Value[]): Value | undefined => values[Math.floor(chance() * values.length)]
  const recordsIn = (root: string) =>
    [...doc.getMap(root)].filter((each): each is [string, Y.Map<unknown>] => each[1] instanceof Y.Map)
  const [id, piece] = pick(['moments', 'shapes', 'ink'].flatMap(recordsIn)) ?? []
  const [, shape] = pick(recordsIn('shapes')) ?? []
  const far = () => Math.floor(chance() * 900)
  if (kind === 7) {
    const points = packPoints([far(), far(), chance(), far(), far(), chance()])
    return addRecord(doc, 'ink', randomId(chance), { points, moved: [far(), -far()] })
  }
  if (kind === 8 || shape === undefined) {
    // A connector holds on to no connector.
    const from = id === undefined || piece?.get('kind') === 'connector' ? { point: [far(), far()] } : { at: id }
    const values = chance() < 0.5 ? { kind: 'connector', from, to: { point: [far(), far()] } } : { kind: 'area' }
    return addRecord(doc, 'shapes', randomId(chance), { words: new Y.Text('By'), ...values })
  }
  if (kind === 9) return void (chance() < 0.5 ? piece?.set('group', randomId(chance)) : piece?.set('z', 'a1'))
  const deeds = [
    () => shape.set('place', [far(), far(), 40, 40]),
    () => shape.set('removed', chance() < 0.5),
    () => shape.set('tint', 'rose'),
    () => addRecord(doc, 'stages', randomId(chance), { title: new Y.Text('At the desk'), order: 'a1' }),
  ]
  pick(deeds)?.()
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
