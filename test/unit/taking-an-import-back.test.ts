import type { Outcome } from '../../client/src/model/board-store.ts'
import { takeChangesBack } from '../../client/src/model/bring-back.ts'
import { snapshot } from '@momentous/shared/board/read'
import { createRecord, updateRecord } from '@momentous/shared/board/write'
import type { ActionId, IdeaId, MomentId } from '@momentous/shared/domain/id'
import type { FormChange } from '@momentous/shared/imports/form-change'
import { judgeChanges } from '@momentous/shared/imports/judge-changes'
import { writeChanges } from '@momentous/shared/imports/write-changes'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { actorOf, liveBoard, type LiveBoard } from '../support/live-board.ts'
import { seededRandom } from '../support/seeded-random.ts'

const moment = 'an-added-moment' as MomentId
const action = 'an-added-action' as ActionId
const words = {
  kind: 'text',
  root: 'assessments',
  id: moment,
  key: 'issue',
  from: '',
  to: 'It rings for long',
} as const
const changes: FormChange[] = [
  { kind: 'moments', after: null, moments: [{ id: moment, text: 'Rings' }] },
  words,
  { kind: 'action', id: action, moment, text: 'Call back' },
]

/** A store whose server does at once what it allows. */
function storeOf({ board, view }: LiveBoard): Parameters<typeof takeChangesBack>[0] {
  const { actions, assessments, ideas, concerns } = snapshot(board)
  const all = <Each>(each: Each) => ({ all: () => each })
  const ask = async (_name: string, args: { changes: FormChange[] }): Promise<Outcome> => {
    const ruling = judgeChanges(view(), actorOf('facilitator'), args.changes)
    if (!ruling.allowed) return { ok: false, ...ruling }
    writeChanges(board, args.changes, seededRandom(2))
    return { ok: true }
  }
  const records = { actions: all(actions), assessments: all(assessments), ideas: all(ideas), concerns: all(concerns) }
  return { ask, view, records } as unknown as Parameters<typeof takeChangesBack>[0]
}

function type(board: LiveBoard, root: 'moments' | 'actions' | 'assessments', id: string, key: string): void {
  const text = board.board[root].get(id)?.get(key)
  if (text instanceof Y.Text) text.insert(text.length, ' at noon')
}

/** What of an import is in the bin when it is taken back, after somebody has done this. */
async function afterwards(work: (board: LiveBoard) => void) {
  const board = liveBoard({ phase: 'plan' })
  writeChanges(board.board, changes, seededRandom(1))
  work(board)
  const { kept, reason } = await takeChangesBack(storeOf(board), changes)
  expect(reason).toBeNull()
  return { kept, moment: board.view().moment(moment)?.removed, action: board.view().action(action)?.removed }
}

describe('taking an import back', () => {
  it('bins what it added', async () => {
    expect(await afterwards(() => {})).toEqual({ kept: 0, moment: true, action: true })
  })

  it('leaves what was written otherwise since, and the moment that it belongs to', async () => {
    expect(await afterwards((board) => type(board, 'moments', moment, 'text'))).toEqual({
      kept: 1,
      moment: false,
      action: true,
    })
    const bothStay = { kept: 2, moment: false, action: false }
    expect(await afterwards((board) => type(board, 'actions', action, 'text'))).toEqual(bothStay)
    expect(await afterwards(({ board }) => updateRecord(board.actions, action, { due: '2026-12-04' }))).toEqual(
      bothStay,
    )
  })

  it('leaves a moment on which somebody else has worked', async () => {
    const momentStays = { kept: 1, moment: false, action: true }
    const added = { moment, text: 'Send a message' }
    const works: ((board: LiveBoard) => void)[] = [
      ({ board }) => createRecord(board.actions, 'actions', 'another-action' as ActionId, added),
      ({ board }) => createRecord(board.ideas, 'ideas', 'another-idea' as IdeaId, added),
      (board) => type(board, 'assessments', moment, 'expectation'),
    ]
    for (const work of works) expect(await afterwards(work)).toEqual(momentStays)
    expect(await afterwards((board) => type(board, 'assessments', moment, 'issue'))).toEqual({
      ...momentStays,
      kept: 2,
    })
  })
})
