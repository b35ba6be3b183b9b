import * as encoding from 'lib0/encoding'
import { writePack } from '@momentous/shared/wire/pack'
import * as Y from 'yjs'
import { awareness, own, sync } from '../support/raw-frames.ts'
import { addMoment, addStroke, momentsIn } from '../support/session-builder.ts'

/** One frame of every kind that a client may send, as it should be. `doc` is a copy of the board that nobody else holds. */
export function framesToSpoil(doc: Y.Doc, chance: () => number): readonly Uint8Array[] {
  const id = () => Array.from({ length: 14 }, () => 'abcdefghijkmnpqrstuvwxyz'[Math.floor(chance() * 24)]).join('')
  const made = (change: () => void): Uint8Array => {
    const vector = Y.encodeStateVector(doc)
    doc.transact(change)
    return Y.encodeStateAsUpdate(doc, vector)
  }
  const stroke = id()
  const first = [...momentsIn(doc).values()][0]
  const text = first?.get('text')
  const updates = [
    made(() => addMoment(doc, id(), 'Said in so many words', { place: [1, 2, 176, 120], seconds: 5 })),
    made(() => text instanceof Y.Text && text.insert(0, 'Two ')),
    made(() => text instanceof Y.Text && text.delete(0, 1)),
    made(() => first?.set('paper', 'rose')),
    made(() => addStroke(doc, stroke)),
    made(() => doc.getMap('ink').delete(stroke)),
  ]
  const presence = encoding.createEncoder()
  encoding.writeVarUint(presence, 75)
  encoding.writeUint8Array(presence, new Uint8Array([1, 5, 10, 20, 0, 0, 3]))
  const all = [
    ...updates.map((update) => sync(2, update)),
    sync(1, updates[0] ?? new Uint8Array()),
    sync(0, Y.encodeStateVector(doc)),
    awareness(doc.clientID, 1, { cursor: [1, 2], selection: [], name: 'Eve' }),
    new Uint8Array([3]),
    own(65, { id: id(), name: 'keep-moment', args: { id: id(), text: 'Late' } }),
    own(69, { now: 1, phase: 'post', phaseNumber: 1 }),
    encoding.toUint8Array(presence),
  ]
  return [...all, writePack(all.slice(0, 3))]
}

export type Spoil = 'cut' | 'flip' | 'insert'
export const spoils: readonly Spoil[] = ['cut', 'flip', 'insert']

/** The frame with something wrong at this byte. */
export function spoilt(frame: Uint8Array, at: number, how: Spoil, chance: () => number): Uint8Array {
  const byte = Math.floor(chance() * 256)
  if (how === 'cut') return frame.slice(0, at)
  if (how === 'flip') return frame.with(at, (frame[at] ?? 0) ^ (byte === 0 ? 1 : byte))
  return new Uint8Array([...frame.slice(0, at), byte, ...frame.slice(at)])
}
