import type { MomentId } from '@momentous/shared/domain/id'
import type { FormChange } from '@momentous/shared/imports/form-change'
import { describe, expect, it } from 'vitest'
import { actorOf, liveBoard } from '../support/live-board.ts'

const typed = (board: ReturnType<typeof liveBoard>, from: string, to: string): { changes: FormChange[] } => ({
  changes: [{ kind: 'text', root: 'moments', id: board.line()[0] ?? '', key: 'text', from, to }],
})
const wordsOf = (board: ReturnType<typeof liveBoard>) =>
  board.view().moment((board.line()[0] ?? '') as MomentId)?.text ?? ''

describe('bringing a file back', () => {
  it('S6: is the facilitator’s, not before the vote’s close and not while ideas are open', () => {
    const board = liveBoard({ phase: 'plan' })
    const change = typed(board, wordsOf(board), 'Rings')
    expect(board.check('merge-form', change, actorOf('participant'))).toMatchObject({ allowed: false, rule: 'S6' })
    for (const phase of ['choose', 'ideas'] as const) {
      board.set({ phase })
      expect(board.check('merge-form', change, actorOf('facilitator'))).toMatchObject({ allowed: false, rule: 'S6' })
    }
  })

  it('asks each change’s own rule besides', () => {
    const board = liveBoard({ phase: 'post' })
    const moment = (board.line()[0] ?? '') as MomentId
    const action: FormChange = { kind: 'action', id: 'a-new-action' as never, moment, text: 'Call back' }
    expect(board.check('merge-form', { changes: [action] }, actorOf('facilitator'))).toMatchObject({ rule: 'P1' })
    const grade: FormChange = { kind: 'ranking', moment, from: null, to: 'magical' }
    expect(board.check('merge-form', { changes: [grade] }, actorOf('facilitator'))).toMatchObject({ rule: 'A3' })
  })

  it('writes over nothing that was changed since the file was compared', () => {
    const board = liveBoard({ phase: 'plan' })
    const change = typed(board, wordsOf(board), 'Rings')
    board.run('merge-form', change, actorOf('facilitator'))
    expect(wordsOf(board)).toBe('Rings')
    expect(board.check('merge-form', change, actorOf('facilitator'))).toMatchObject({
      rule: 'D1',
      reason: expect.stringMatching(/has changed since/u),
    })
  })
})
