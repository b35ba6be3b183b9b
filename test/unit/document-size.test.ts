import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { documentSize, type Fullness, type SizeBounds } from '../../server/src/rooms/document/document-size.ts'
import { EVE, judgedBoard } from '../support/judged.ts'
import { rawUpdate, type RawStruct } from '../support/raw-update.ts'
import { addStroke } from '../support/session-builder.ts'

/** Follows the document as its room does. */
function fullnessOf(doc: Y.Doc, stored: number, bounds: SizeBounds): () => Fullness {
  const size = documentSize(doc, stored, bounds)
  doc.on('update', (update: Uint8Array) => size.grew(update.length))
  return () => size.fullness()
}

it('whoever draws and erases for ever fills the board, though nothing is on it', () => {
  const doc = new Y.Doc()
  const fullness = fullnessOf(doc, 0, { parts: 2_000, bytes: 10_000_000 })
  const seen = new Set<string>()
  for (let at = 0; at < 3_000; at++) {
    doc.transact(() => addStroke(doc, `stroke-number-${at}`))
    doc.transact(() => doc.getMap('ink').delete(`stroke-number-${at}`))
    seen.add(fullness())
  }
  expect([...seen]).toEqual(['room', 'full', 'over'])
})

it('whoever types and deletes for ever leaves nothing behind, and is never told that the board is full', () => {
  const doc = new Y.Doc()
  const text = doc.getText('words')
  const fullness = fullnessOf(doc, 0, { parts: 100, bytes: 20_000 })
  for (let at = 0; at < 3_000; at++) {
    text.insert(0, 'Hello')
    text.delete(0, 5)
    expect(fullness()).toBe('room')
  }
})

it('what it takes is counted in bytes too', () => {
  const doc = new Y.Doc()
  const fullness = fullnessOf(doc, 9_000, { parts: 1_000, bytes: 10_000 })
  doc.getMap('ink').set('a', 'x'.repeat(500))
  expect(fullness()).toBe('room')
  doc.getMap('ink').set('b', 'x'.repeat(10_500))
  expect(fullness()).toBe('full')
})

it('a full board takes nothing more but lets itself be tidied up; in the end one can still erase (D1)', () => {
  const board = judgedBoard()
  board.doc.transact(() => addStroke(board.doc, 'stroke-of-anns'))
  const stroke = board.doc.getMap<Y.Map<unknown>>('ink').get('stroke-of-anns')?._item?.id ?? Y.createID(0, 0)
  const { note, letters } = board
  const write = (struct: RawStruct) =>
    rawUpdate([{ client: EVE, clock: Y.getState(board.doc.store, EVE), structs: [struct] }])
  const draw = write({ parent: 'ink', sub: 'stroke-of-eves', content: { is: 'type', type: 1 } })
  const type = write({ right: [letters.client, letters.clock], content: { is: 'string', text: 'x' } })
  const bin = write({ parent: [note.client, note.clock], sub: 'removed', content: { is: 'any', values: [true] } })
  const erase = rawUpdate([], [[stroke.client, [[stroke.clock, 1]]]])
  const full = { rule: 'D1', reason: 'This board is full. Start another one for what comes next.' }
  for (const fullness of ['full', 'over'] as const) {
    expect(board.judge(draw, { fullness })).toMatchObject(full)
    expect(board.judge(type, { fullness })).toMatchObject(full)
  }
  expect(board.judge(bin, { fullness: 'over' })).toMatchObject(full)
  expect(board.judge(bin, { fullness: 'full' }).verdict).toBe('admitted')
  expect(board.judge(erase, { fullness: 'over' }).verdict).toBe('admitted')
})

it('is nearly full some time before it is full', () => {
  const doc = new Y.Doc()
  const size = documentSize(doc, 0, { parts: 2_000, bytes: 10_000_000 })
  const seen = new Set<string>()
  for (let at = 0; at < 3_000; at++) {
    doc.transact(() => addStroke(doc, `stroke-number-${at}`))
    doc.transact(() => doc.getMap('ink').delete(`stroke-number-${at}`))
    size.grew(10)
    seen.add(`${size.fullness()} ${size.isNearlyFull()}`)
  }
  expect([...seen]).toEqual(['room false', 'room true', 'full true', 'over true'])
})
