import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { splice } from '../../server/src/rooms/document/splice.ts'
import { EVE, judgedBoard, type Judged } from '../support/judged.ts'
import { rawUpdate, type RawContent, type RawGroup, type RawId, type RawStruct } from '../support/raw-update.ts'

const pair = ({ client, clock }: Y.ID, further = 0): RawId => [client, clock + further]
const letters = (text: string): RawContent => ({ is: 'string', text })
const value = (...values: readonly unknown[]): RawContent => ({ is: 'any', values })

/** What anybody may write in Post: a letter behind Ann's. */
const honest = ({ letters: at }: Judged): RawStruct => ({ left: pair(at, 3), content: letters('!') })

describe('a part that takes no place is no part, wherever an honest one stands beside it (D1):', () => {
  const cases: readonly (readonly [string, (board: Judged) => RawStruct])[] = [
    ['a value that is none, in the session', () => ({ parent: 'session', sub: 'phase', content: value() })],
    ['a value that is none, in a note', ({ note }) => ({ parent: pair(note), sub: 'paper', content: value() })],
    ['no letters', ({ letters: at }) => ({ left: pair(at, 3), content: letters('') })],
    ['nothing deleted', ({ note }) => ({ parent: pair(note), sub: 'paper', content: { is: 'deleted', length: 0 } })],
    ['nothing collected', () => ({ gc: 0 })],
    ['a hole of nothing', () => ({ skip: 0 })],
  ]

  it.each(cases)('%s', (_what, empty) => {
    for (const structs of [
      (board: Judged) => [empty(board), honest(board)],
      (board: Judged) => [honest(board), empty(board)],
    ]) {
      const board = judgedBoard()
      const phase = board.doc.getMap('session').get('phase')
      const answer = board.judge(rawUpdate([{ client: EVE, clock: 0, structs: structs(board) }]))
      expect(board.doc.getMap('session').get('phase')).toBe(phase)
      expect(answer).toMatchObject({ verdict: 'refused', rule: 'D1' })
    }
  })
})

it.each([
  ['beside the others', 9_999, 5],
  ['where it would begin', 9_999, 0],
])('an author who writes nothing is none: %s (D1)', (_where, client, clock) => {
  const board = judgedBoard()
  const before = Y.encodeStateAsUpdate(board.doc)
  const groups: readonly RawGroup[] = [
    { client: EVE, clock: 0, structs: [honest(board)] },
    { client, clock, structs: [] },
  ]
  const answer = board.judge(rawUpdate(groups))
  if (answer.verdict === 'admitted') splice({ head: 2, snapshot: null, updates: [before, answer.update] })
  expect(answer).toMatchObject({ verdict: 'refused', rule: 'D1' })
})

it.each(['choose', 'ideas', 'plan'] as const)(
  'what shows nothing, as of a stroke that was erased before it arrived, is taken in every phase from who may write: %s',
  (phase) => {
    const board = judgedBoard()
    board.go(phase)
    const before = JSON.stringify(board.doc.getMap('moments'))
    const erased = rawUpdate([{ client: EVE, clock: 0, structs: [{ gc: 3 }] }])
    // Refused, it would take everything along that its author writes afterwards.
    expect(board.judge(erased, { role: 'observer' })).toMatchObject({ verdict: 'refused', rule: 'L1' })
    expect(board.judge(erased).verdict).toBe('admitted')
    expect(JSON.stringify(board.doc.getMap('moments'))).toBe(before)
  },
)

it('while one moment is graded, nothing is written about another (A1)', () => {
  const board = judgedBoard()
  const { doc } = board
  const ids = [...doc.getMap('moments').keys()].slice(0, 2)
  doc.transact(() => {
    for (const id of ids) doc.getMap('assessments').set(id, new Y.Map([['issue', new Y.Text('')]]))
    const grading = { state: 'open', round: 1 }
    doc.getMap('grades').set(ids[0] ?? '', new Y.Map(Object.entries({ grading })))
  })
  board.go('assess')
  const issueOf = (id = '') => doc.getMap<Y.Map<Y.Text>>('assessments').get(id)?.get('issue')?._item?.id ?? board.text
  const typed = (id: string | undefined, clock: number) =>
    rawUpdate([{ client: EVE, clock, structs: [{ parent: pair(issueOf(id)), content: letters('x') }] }])
  expect(board.judge(typed(ids[1], 0))).toMatchObject({ verdict: 'refused', rule: 'A1' })
  expect(board.judge(typed(ids[0], 0)).verdict).toBe('admitted')
})
