import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { cutsOf, findCuts, piecesOf, writeCuts } from '../../server/src/rooms/document/cuts.ts'
import { hasPending } from '../../server/src/rooms/document/pending.ts'
import { splice } from '../../server/src/rooms/document/splice.ts'
import { anyDocument } from '../support/any-document.ts'
import { seededNumbers } from '../support/seeded-random.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const NOTHING = new Uint8Array()

function replayed(updates: Iterable<Uint8Array>): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) {
    Y.applyUpdate(doc, update)
    expect(hasPending(doc)).toBe(false)
  }
  return doc
}

/** The same to the byte, whoever encodes it. */
function expectSame(doc: Y.Doc, whole: Uint8Array): void {
  const other = replayed([whole])
  expect(Buffer.from(Y.encodeStateAsUpdate(doc)).equals(Y.encodeStateAsUpdate(other))).toBe(true)
  expect(Y.decodeStateVector(Y.encodeStateVector(doc))).toEqual(Y.decodeStateVector(Y.encodeStateVector(other)))
  expect(doc.toJSON()).toEqual(other.toJSON())
}

const anyone = fc.record({
  from: fc.nat(),
  people: fc.integer({ min: 1, max: 6 }),
  steps: fc.integer({ max: 120, min: 0 }),
})

test(`any document is cut into pieces that never wait for each other and make it whole again (seed ${seed})`, () => {
  fc.assert(
    fc.property(anyone, fc.integer({ min: 1, max: 40 }), ({ from, people, steps }, most) => {
      const whole = Y.encodeStateAsUpdate(anyDocument(seededNumbers(from), people, steps))
      const cuts = findCuts(whole, most)
      const kept = cutsOf({ whole, cuts: writeCuts(cuts) })
      expect(kept).toEqual(cuts)
      expect(kept.pieces.every((piece) => piece.reduce((sum, { count }) => sum + count, 0) <= most)).toBe(true)
      expectSame(replayed(piecesOf(whole, kept)), whole)
    }),
    { seed, numRuns: 60 },
  )
})

test(`a snapshot and the updates after it are one update, whatever they hold (seed ${seed})`, () => {
  fc.assert(
    fc.property(anyone, fc.integer({ min: 1, max: 40 }), fc.nat(), ({ from, people, steps }, most, at) => {
      const source = anyDocument(seededNumbers(from), people, steps)
      const all = [...piecesOf(Y.encodeStateAsUpdate(source), findCuts(Y.encodeStateAsUpdate(source), most))]
      const through = at % (all.length + 1)
      const half = replayed(all.slice(0, through))
      const whole = Y.encodeStateAsUpdate(half)
      const vector = Y.encodeStateVector(half)
      const snapshot = through === 0 ? null : { through, whole, vector, cuts: writeCuts(findCuts(whole, most)) }
      // Some of the updates may be in there already.
      const updates = all.slice(Math.max(0, through - (at % 3)))
      const spliced = splice({ head: all.length, snapshot, updates })
      expectSame(replayed([spliced.update]), Y.encodeStateAsUpdate(source))
      expect(Y.decodeStateVector(spliced.vector)).toEqual(Y.decodeStateVector(Y.encodeStateVector(source)))
    }),
    { seed, numRuns: 60 },
  )
})

test('what is cut short, goes on behind its end or has a hole makes nothing', () => {
  const doc = anyDocument(seededNumbers(5), 3, 60)
  const whole = Y.encodeStateAsUpdate(doc)
  expect(() => findCuts(whole.subarray(0, whole.length - 1))).toThrow('Unexpected end')
  expect(() => findCuts(new Uint8Array([...whole, 0]))).toThrow('behind the update')
  const vector = Y.encodeStateVector(doc)
  doc.getText('text').insert(0, 'one')
  const missed = Y.encodeStateVector(doc)
  doc.getText('text').insert(0, 'two')
  const snapshot = { through: 1, whole, vector, cuts: NOTHING }
  const hole = { head: 2, snapshot, updates: [Y.encodeStateAsUpdate(doc, missed)] }
  expect(() => splice(hole)).toThrow('missing')
  expect(() => splice({ ...hole, updates: [Y.encodeStateAsUpdate(doc, vector)] })).not.toThrow()
})
