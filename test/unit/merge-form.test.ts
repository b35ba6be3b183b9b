import { mergeForm } from '@momentous/server/rooms/commands/kept-merge'
import type { Room } from '@momentous/server/rooms/room'
import { recordLimits } from '@momentous/shared/board/records'
import { createRecord } from '@momentous/shared/board/write'
import type { ActionId, MomentId, SeatId } from '@momentous/shared/domain/id'
import { takenBack, type FormChange } from '@momentous/shared/imports/form-change'
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

describe('a file that comes back', () => {
  it('writes no text that is longer than its field', () => {
    const board = liveBoard({ phase: 'plan' })
    expect(judged(board, typed(board, 'x'.repeat(400)))).toEqual({ allowed: true })
    expect(judged(board, typed(board, 'x'.repeat(401)))).toMatchObject({ rule: 'D1' })
    const long = 'x'.repeat(2_000)
    const assessed = { kind: 'text', root: 'assessments', id: first(board), key: 'issue', from: '', to: long } as const
    expect(judged(board, [assessed])).toEqual({ allowed: true })
  })

  it('adds no more actions than a board may hold', () => {
    const board = liveBoard({ phase: 'plan' })
    const moment = first(board)
    board.board.doc.transact(() => {
      for (let at = 1; at < recordLimits.actions; at++)
        createRecord(board.board.actions, 'actions', `an-action-${at}`, { moment, text: 'Call' })
    })
    const added = [1, 2].map((at): FormChange => ({
      kind: 'action',
      id: `one-more-${at}` as ActionId,
      moment,
      text: 'Call',
    }))
    expect(judged(board, added.slice(1))).toEqual({ allowed: true })
    expect(judged(board, added)).toMatchObject({ rule: 'D1' })
  })

  it('adds nothing to a full board, and may still change and bin; at the very end only take words away', () => {
    const board = liveBoard({ phase: 'plan' })
    const moment = first(board)
    const brought = (fullness: 'room' | 'full' | 'over', change: FormChange | undefined) =>
      mergeForm(
        {
          state: { board: board.board, document: { size: { fullness: () => fullness } } },
          world: { random: seededRandom(1) },
        } as unknown as Room,
        { actor: actorOf('facilitator'), token: '' },
        { changes: change === undefined ? [] : [change] },
      ).what
    const [longer] = typed(board, `${wordsOf(board)} twice`)
    const [shorter] = typed(board, wordsOf(board).slice(0, 5))
    const action: FormChange = { kind: 'action', id: 'a-new-action' as ActionId, moment, text: 'Call' }
    const bin: FormChange = { kind: 'bin', root: 'moments', id: moment, from: false, to: true }
    const outcomes = (fullness: 'room' | 'full' | 'over') =>
      [action, longer, bin, shorter].map((change) => brought(fullness, change))
    expect(outcomes('room')).toEqual(['deed', 'deed', 'deed', 'deed'])
    expect(outcomes('full')).toEqual(['refused', 'refused', 'deed', 'deed'])
    expect(outcomes('over')).toEqual(['refused', 'refused', 'refused', 'deed'])
  })

  it('gives an action back to the very person who had it', () => {
    const board = liveBoard({ phase: 'plan' })
    const action = 'an-action-1' as ActionId
    const ann = { seat: 'seat-of-ann' as SeatId, name: 'Ann' }
    createRecord(board.board.actions, 'actions', action, { moment: first(board), text: 'Call', owner: ann })
    const named: FormChange[] = [{ kind: 'owner', action, from: ann, to: { seat: null, name: 'Bob' } }]
    writeChanges(board.board, named, seededRandom(1))
    expect(board.view().action(action)?.owner).toEqual({ seat: null, name: 'Bob' })
    const back = named.flatMap(takenBack)
    expect(judged(board, back)).toEqual({ allowed: true })
    writeChanges(board.board, back, seededRandom(1))
    expect(board.view().action(action)?.owner).toEqual(ann)
    const other: FormChange = { kind: 'owner', action, from: { ...ann, seat: 'another-ann' as SeatId }, to: null }
    expect(judged(board, [other])).toMatchObject({ reason: expect.stringMatching(/has changed since/u) })
  })

  it('leaves no moment without words, whoever made the changes by hand', () => {
    const board = liveBoard({ phase: 'plan' })
    const wordless = { allowed: false, reason: expect.stringMatching(/^A moment needs words\./u) }
    expect(judged(board, typed(board, ' '))).toMatchObject(wordless)
    const made: FormChange = { kind: 'moments', after: null, moments: [{ id: 'newcomer-1' as MomentId, text: '\n' }] }
    expect(judged(board, [made])).toMatchObject(wordless)
    const setting = liveBoard({ phase: 'plan' })
    const printed = first(setting)
    setting.run('add-moment', { id: 'a-printed-row', text: '', prompt: 'By post', after: null })
    const [prompt] = [setting.line()[0]].filter((id) => id !== printed)
    const said: FormChange = { kind: 'text', root: 'moments', id: prompt ?? '', key: 'text', from: '', to: 'A letter' }
    for (const change of [said, ...takenBack(said)]) {
      expect(judged(setting, [change])).toEqual({ allowed: true })
      writeChanges(setting.board, [change], seededRandom(1))
    }
  })

  it('takes an order only as what it is: the same moments, none of them locked, as they stood when it was compared', () => {
    const board = liveBoard({ phase: 'plan' })
    const [one, two, three, four] = board.line() as [MomentId, MomentId, MomentId, MomentId]
    const order = (moved: readonly MomentId[], from: readonly MomentId[], to: readonly MomentId[]): FormChange => ({
      kind: 'order',
      moved: [...moved],
      from: [...from],
      to: [...to],
    })
    const swap = order([one], [one, two, three], [two, three, one])
    const others = { allowed: false, reason: expect.stringMatching(/^This order is of other moments/u) }
    expect(judged(board, [order([one], [one, two], [two, three])])).toMatchObject(others)
    expect(judged(board, [order([one], [one, two, three], [three, two, one])])).toMatchObject(others)
    // Each is looked at along the whole line: two hundred of them held up everybody.
    expect(judged(board, [swap, swap])).toMatchObject({
      allowed: false,
      reason: expect.stringMatching(/once at a time/u),
    })
    expect(judged(board, [order([four], [one, two], [two, one])])).toMatchObject(others)
    board.run('lock-moments', { ids: [one], locked: true })
    expect(judged(board, [swap])).toMatchObject({ rule: 'M2' })
    board.run('lock-moments', { ids: [one], locked: false })
    expect(judged(board, [swap], 'participant')).toMatchObject({ rule: 'S6' })
    expect(judged(board, [swap])).toEqual({ allowed: true })
    board.run('reorder-moments', { ids: [three], after: null })
    expect(judged(board, [swap])).toMatchObject({ reason: expect.stringMatching(/has changed since/u) })
  })
})
