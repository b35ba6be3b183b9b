import type { ActionId, MomentId } from '@momentous/shared/domain/id'
import type { FormChange } from '@momentous/shared/imports/form-change'
import { judgeChanges } from '@momentous/shared/imports/judge-changes'
import { writeChanges } from '@momentous/shared/imports/write-changes'
import { describe, expect, it } from 'vitest'
import { actorOf, liveBoard, type LiveBoard } from '../support/live-board.ts'
import { seededRandom } from '../support/seeded-random.ts'

const first = (board: LiveBoard) => (board.line()[0] ?? '') as MomentId
const wordsOf = (board: LiveBoard) => board.view().moment(first(board))?.text ?? ''
const typed = (board: LiveBoard, to: string): FormChange[] => [
  { kind: 'text', root: 'moments', id: first(board), key: 'text', from: wordsOf(board), to },
]
const judged = (board: LiveBoard, changes: FormChange[], role: 'facilitator' | 'participant' = 'facilitator') =>
  judgeChanges(board.view(), actorOf(role), changes)

describe('bringing a file back', () => {
  it('S6: is the facilitator’s, not before the vote’s close and not while ideas are open', () => {
    const board = liveBoard({ phase: 'plan' })
    const changes = typed(board, 'Rings')
    const refused = { allowed: false, rule: 'S6' }
    expect(judged(board, changes, 'participant')).toMatchObject(refused)
    expect(board.check('merge-form', { changes }, actorOf('participant'))).toMatchObject(refused)
    for (const phase of ['choose', 'ideas'] as const) {
      board.set({ phase })
      expect(judged(board, changes)).toMatchObject(refused)
      expect(board.check('merge-form', { changes }, actorOf('facilitator'))).toMatchObject(refused)
    }
  })

  it('asks each change’s own rule besides', () => {
    const board = liveBoard({ phase: 'post' })
    const moment = first(board)
    expect(judged(board, [{ kind: 'action', id: 'a-new-action' as ActionId, moment, text: 'Call' }])).toMatchObject({
      rule: 'P1',
    })
    expect(judged(board, [{ kind: 'ranking', moment, from: null, to: 'magical' }])).toMatchObject({ rule: 'A3' })
  })

  it('writes over nothing that was changed since the file was compared', () => {
    const board = liveBoard({ phase: 'plan' })
    const changes = typed(board, 'Rings')
    expect(judged(board, changes)).toEqual({ allowed: true })
    writeChanges(board.board, changes, seededRandom(1))
    expect(wordsOf(board)).toBe('Rings')
    expect(judged(board, changes)).toMatchObject({ rule: 'D1', reason: expect.stringMatching(/has changed since/u) })
  })

  it('puts new moments behind each other where the file has them, however little room there is', () => {
    const board = liveBoard({ phase: 'plan' })
    const line = board.line()
    const after = line[2] ?? null
    const ids = Array.from({ length: 150 }, (_none, at) => `newcomer-${1000 + at}` as MomentId)
    const changes = ids.map((id, at): FormChange => ({
      kind: 'moments',
      after: at === 0 ? after : (ids[at - 1] ?? null),
      moments: [{ id, text: id }],
    }))
    expect(judged(board, changes)).toEqual({ allowed: true })
    writeChanges(board.board, changes, seededRandom(1))
    expect(board.line()).toEqual([...line.slice(0, 3), ...ids, ...line.slice(3)])
  })
})
