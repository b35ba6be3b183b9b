import { recordLimits } from '@momentous/shared/board/records'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { ANN, EVE, judgedBoard, type Judged } from '../support/judged.ts'
import { rawUpdate, type RawContent, type RawId, type RawStruct } from '../support/raw-update.ts'

const many = <Value>(count: number, make: (at: number) => Value) =>
  Array.from({ length: count }, (_none, at) => make(at))
const unseen: RawContent = { is: 'deleted', length: 1 }
const letter: RawContent = { is: 'string', text: 'x' }
const mine = (...structs: readonly RawStruct[]) => rawUpdate([{ client: EVE, clock: 0, structs }])

/** Ids of the letters of one of Ann's long notes. */
function lettersOf({ doc }: Judged, note: number): (at: number) => RawId {
  const text = doc.getMap<Y.Map<Y.Text>>('moments').get(`note-number-${note}`)?.get('text')
  const { client, clock } = text?._start?.id ?? Y.createID(0, 0)
  return (at) => [client, clock + at]
}

const slow: readonly (readonly [string, (board: Judged) => Uint8Array])[] = [
  [
    'parts that each walk past thousands of others',
    (board) => {
      const at = lettersOf(board, 5)
      return mine(
        ...many(11_000, (each): RawStruct => {
          if (each < 5_500) return { left: each === 0 ? at(0) : [EVE, each - 1], content: unseen }
          return { left: at(0), right: [EVE, 5_400 - (each % 2_000)], content: unseen }
        }),
      )
    },
  ],
  [
    'two authors at one spot',
    (board) => {
      const at = lettersOf(board, 5)
      const structs = many(5_000, (): RawStruct => ({ left: at(0), right: at(1), content: unseen }))
      return rawUpdate([EVE, EVE + 1].map((client) => ({ client, clock: 0, structs })))
    },
  ],
  [
    'a letter between each two of the whole board',
    (board) =>
      mine(
        ...many(11_000, (each): RawStruct => {
          const at = lettersOf(board, Math.floor(each / 90))
          return { left: at(each % 90), right: at((each % 90) + 1), content: unseen }
        }),
      ),
  ],
  [
    'every other letter of the whole board taken away',
    (board) =>
      rawUpdate(
        [],
        [
          [
            ANN,
            many(20_000, (each): [number, number] => [lettersOf(board, Math.floor(each / 49))(2 * (each % 49))[1], 1]),
          ],
        ],
      ),
  ],
  ['a hundred thousand parts', () => mine(...many(100_000, () => ({ gc: 1 })))],
  [
    'authors that wait for each other in a circle',
    () =>
      rawUpdate(
        many(40_000, (at) => ({
          client: 1_000 + at,
          clock: 0,
          structs: [{ left: [1_000 + ((at + 1) % 40_000), 0], content: letter }],
        })),
      ),
  ],
]

it.each(slow)('what would hold everybody up is refused by its count, not by the clock (D1): %s', (_what, write) => {
  const board = judgedBoard(500)
  const refused = board.judge(write(board), { isAnswer: true })
  expect(refused).toMatchObject({ rule: 'D1', reason: 'This change is too large to be taken at once.' })
})

it('authors that wait for each other, from the first to the last, come in whole', () => {
  const board = judgedBoard()
  const { client, clock } = board.letters
  const groups = many(60, (at) => {
    const left: RawId = at === 59 ? [client, clock + 3] : [1_001 + at, 0]
    return { client: 1_000 + at, clock: 0, structs: [{ left, content: letter }] }
  })
  expect(board.judge(rawUpdate(groups)).verdict).toBe('admitted')
})

it('a value that is a list without end is refused before anybody looks at what is in it (D1)', () => {
  const board = judgedBoard()
  for (const points of [many(400_000, () => 1), many(400_000, () => 'x'), many(200_000, () => ({}))]) {
    const stroke = mine(
      { parent: 'ink', sub: 'stroke-of-eves', content: { is: 'type', type: 1 } },
      { parent: [EVE, 0], sub: 'points', content: { is: 'any', values: [points] } },
    )
    expect(board.judge(stroke, { isAnswer: true })).toMatchObject({ verdict: 'refused', rule: 'D1' })
  }
})

it('values nested without end are refused, and nothing overflows (D1)', () => {
  const board = judgedBoard()
  // A list of one list of one list ...
  const bytes = new Uint8Array([1, ...many(450_000, (at) => (at % 2 === 0 ? 117 : 1))])
  const content: RawContent = { is: 'other', kind: 8, bytes }
  const { client, clock } = board.note
  expect(board.judge(mine({ parent: [client, clock], sub: 'place', content }), { isAnswer: true })).toMatchObject({
    rule: 'D1',
  })
})

it('a kind of record that was made and erased many times over is full, so that nobody has to count it each time (D1)', () => {
  const board = judgedBoard()
  const ink = board.doc.getMap('ink')
  const draw = () =>
    mine(
      { parent: 'ink', sub: 'stroke-of-eves', content: { is: 'type', type: 1 } },
      { parent: [EVE, 0], sub: 'points', content: { is: 'any', values: [[0, 0, 0.5]] } },
    )
  const erase = (from: number, to: number) =>
    board.doc.transact(() => {
      for (let at = from; at < to; at++) ink.set(`stroke-number-${at}`, 1)
      for (let at = from; at < to; at++) ink.delete(`stroke-number-${at}`)
    })
  erase(0, recordLimits.ink * 2)
  expect(board.judge(draw()).verdict).toBe('admitted')
  erase(recordLimits.ink * 2, recordLimits.ink * 3 + 1)
  const again = rawUpdate([
    { client: EVE, clock: 2, structs: [{ parent: 'ink', sub: 'another-of-eves', content: { is: 'type', type: 1 } }] },
  ])
  expect(board.judge(again)).toMatchObject({ rule: 'D1', reason: expect.stringContaining('full') })
})
