import { describe, expect, it } from 'vitest'
import { updateRecord } from '@momentous/shared/board/write'
import { completeClosing } from '@momentous/shared/commands/complete-closing'
import { liveBoard, actorOf } from '../support/live-board.ts'

const open = { phase: 'choose', vote: { state: 'open', round: 1 } } as const
const closed = { phase: 'choose', vote: { state: 'closed', round: 1, totals: {}, ballots: 0 } } as const

const noSums = { votes: () => ({ totals: {}, ballots: 0 }), spread: () => ({ magical: 0, neutral: 0, miserable: 0 }) }

describe('links and seats', () => {
  it('L2: a link’s token alone casts no ballot, gives no grade and no agree tick', () => {
    const board = liveBoard(open)
    const guest = actorOf('participant', 'socket-seat', false)
    expect(board.check('cast-ballot', { round: 1, dots: {} }, guest)).toMatchObject({ allowed: false, rule: 'L2' })
    expect(board.check('be-ready', { ready: true }, guest)).toMatchObject({ allowed: false, rule: 'L2' })
  })

  it('S4: seats are the facilitator’s, who can’t remove himself', () => {
    const board = liveBoard()
    const args = { seat: 'facilitator-seat' }
    expect(board.check('remove-seat', { seat: 'another-seat' }, 'participant')).toMatchObject({ rule: 'S4' })
    expect(board.check('remove-seat', args)).toMatchObject({ allowed: false, rule: 'S4' })
    expect(board.check('remove-seat', { seat: 'another-seat' }).allowed).toBe(true)
  })
})

describe('the session', () => {
  it('S1: a participant changes no setting', () => {
    expect(liveBoard().check('set-session', { dots: 5 }, 'participant')).toMatchObject({ allowed: false, rule: 'S1' })
  })

  it('S1: whose form it is says who steers, and nobody else', () => {
    const board = liveBoard()
    const whose = { firm: ' Russel & Partners ', logo: 'c0ffee00'.repeat(8) }
    expect(board.run('set-session', whose, 'participant')).toMatchObject({ allowed: false, rule: 'S1' })
    expect(board.run('set-session', whose).allowed).toBe(true)
    expect(board.view().session).toMatchObject({ firm: 'Russel & Partners', logo: whose.logo })
    expect(board.run('set-session', { firm: '', logo: null }).allowed).toBe(true)
    expect(board.view().session).toMatchObject({ firm: '', logo: null })
  })

  it('S1: an own contact type needs a letter that no other has', () => {
    const board = liveBoard()
    expect(board.run('add-channel', { id: 'own-fair', label: 'Trade fair', letter: 'p' })).toMatchObject({ rule: 'S1' })
    expect(board.run('add-channel', { id: 'own-fair', label: 'Trade fair', letter: 't' }).allowed).toBe(true)
    expect(board.view().session.channels).toEqual([{ id: 'own-fair', label: 'Trade fair', letter: 'T' }])
  })

  it('S2: a participant moves no phase and starts no timer', () => {
    const board = liveBoard()
    expect(board.run('move-phase', { to: 'post' }, 'participant')).toMatchObject({ allowed: false, rule: 'S2' })
    expect(board.run('set-timer', { seconds: 60 }, 'participant')).toMatchObject({ allowed: false, rule: 'S2' })
    expect(board.view().session.phase).toBe('lobby')
  })

  it('S3: the session can’t leave the lobby while the why is empty', () => {
    const board = liveBoard({ why: '  ' })
    expect(board.run('move-phase', { to: 'post' })).toMatchObject({ allowed: false, rule: 'S3' })
    board.run('set-session', { why: 'We want them back.' })
    expect(board.run('move-phase', { to: 'post' }).allowed).toBe(true)
    expect(board.view().session).toMatchObject({ phase: 'post', phaseNumber: 1 })
    expect(board.run('set-session', { why: '' })).toMatchObject({ allowed: false, rule: 'S3' })
  })

  it('S5: anonymity is settled when Ideas opens', () => {
    const board = liveBoard({ phase: 'ideas' })
    expect(board.run('set-session', { anonymous: false })).toMatchObject({ allowed: false, rule: 'S5' })
    expect(liveBoard({ phase: 'assess' }).run('set-session', { anonymous: false }).allowed).toBe(true)
  })

  it('moves back without asking and keeps what was closed', () => {
    const board = liveBoard({ ...closed, shortlist: { moments: [], reason: '' } })
    board.run('move-phase', { to: 'post' })
    expect(board.view().session).toMatchObject({ phase: 'post', closing: null, vote: { state: 'closed' } })
    board.run('move-phase', { to: 'choose' })
    expect(board.view().session.vote.state).toBe('closed')
  })

  it('begins with the first priority when it moves on, and stays with the one in hand when it moves back', () => {
    const board = liveBoard({ phase: 'assess' })
    const moments = board.line().slice(2, 5)
    board.set({ shortlist: { moments: moments.toReversed(), reason: '' }, focus: moments[2] ?? null })
    board.run('move-phase', { to: 'ideas' })
    expect(board.view().session.focus).toBe(moments[0])
    board.run('focus-priority', { moment: moments[1] })
    board.run('move-phase', { to: 'assess' })
    expect(board.view().session.focus).toBe(moments[1])
  })

  it('announces what can’t be undone and lets it be taken back', () => {
    const board = liveBoard({ phase: 'ideas', shortlist: { moments: [], reason: '' } })
    board.run('move-phase', { to: 'decide' })
    expect(board.view().session).toMatchObject({
      phase: 'ideas',
      closing: { step: 'move-phase', to: 'decide', at: 1_005_000 },
    })
    board.run('take-back', {})
    expect(board.view().session.closing).toBeNull()
  })

  it('S2: the session is finished in Plan, by the facilitator, once, and opened again by hand or by another phase', () => {
    const board = liveBoard({ phase: 'plan' })
    const finish = (finished: boolean, who?: 'participant') => board.run('finish-session', { finished }, who)
    const now = () => [board.view().session.finished, board.view().session.closing?.step ?? null]
    expect(finish(true, 'participant')).toMatchObject({ allowed: false, rule: 'S2' })
    expect(liveBoard({ phase: 'decide' }).run('finish-session', { finished: true })).toMatchObject({ rule: 'S2' })
    finish(true)
    expect(now()).toEqual([null, 'finish-session'])
    // The second facilitator holds the button at the same moment.
    finish(true)
    const { closing } = board.view().session
    expect(closing?.at).toBe(1_005_000)
    finish(false)
    expect(now()).toEqual([null, null])
    if (closing !== null) completeClosing(board.board, closing, noSums)
    expect(now()).toEqual([1_005_000, null])
    finish(true)
    expect(now()).toEqual([1_005_000, null])
    finish(false)
    expect(now()).toEqual([null, null])
    const [moment] = board.line()
    if (moment !== undefined) board.set({ finished: 7, closing: { step: 'reveal-grade', moment, at: 1_005_000 } })
    finish(false)
    expect(now()).toEqual([null, 'reveal-grade'])
    board.set({ finished: 7, shortlist: { moments: [], reason: '' }, closing: null })
    board.run('move-phase', { to: 'decide' })
    expect(now()).toEqual([null, null])
  })
})

describe('moments', () => {
  it('M2: a locked note stays where it is', () => {
    const board = liveBoard({ phase: 'post' })
    const [first] = board.line()
    board.run('lock-moments', { ids: [first], locked: true })
    const moved = board.run('place-moments', { places: [{ id: first, place: [0, 0, 176, 120] }] }, 'participant')
    expect(moved).toMatchObject({ allowed: false, rule: 'M2' })
  })

  it('M3: contact types are set by participants in Colour and no longer in Plan', () => {
    const board = liveBoard({ phase: 'colour' })
    const ids = [board.line()[0]]
    expect(board.run('set-contact-type', { ids, channel: 'email' }, 'participant').allowed).toBe(true)
    board.set({ phase: 'plan' })
    expect(board.run('set-contact-type', { ids, channel: 'post' }, 'participant')).toMatchObject({ rule: 'M3' })
  })

  it('M4: adding a moment whose id is there changes nothing', () => {
    const board = liveBoard({ phase: 'post' })
    const [first] = board.line()
    const before = board.view().moment(first as never)
    board.run('add-moment', { id: first, text: 'Overwritten', after: 'last' })
    expect(board.view().moment(first as never)).toEqual(before)
  })

  it('M1: while ideas are open a moment finds its spot without any other being moved, whatever their keys', () => {
    const board = liveBoard({ phase: 'ideas' })
    const line = board.line()
    const forge = (keys: readonly string[]) =>
      board.board.doc.transact(() => {
        for (const [at, order] of keys.entries()) updateRecord(board.board.moments, line[at] ?? '', { order })
      })
    const keys = () => line.map((id) => board.view().moment(id)?.order)
    const crowded = ['a0', 'a0', 'a0', `a0${'0'.repeat(40)}1`, 'a0V', 'a1', 'a2', 'a3', 'a4', 'a5']
    for (const forged of [crowded, line.map(() => 'a0')]) {
      forge(forged)
      for (const [at, after] of [null, 'last', ...board.line()].entries()) {
        const id = `added-${forged.length}-${forged[9]}-${at}`
        expect(board.run('add-moment', { id, text: 'Later', after }).allowed).toBe(true)
        expect(board.line()).toContain(id)
        expect(keys()).toEqual(forged)
      }
    }
  })

  it('M5: a removed moment is in the bin and comes back to its place', () => {
    const board = liveBoard({ phase: 'post' })
    const line = board.line()
    board.run('remove-moments', { ids: [line[3]], removed: true }, 'participant')
    expect(board.line()).not.toContain(line[3])
    board.run('remove-moments', { ids: [line[3]], removed: false }, 'participant')
    expect(board.line()).toEqual(line)
  })

  it('M6: a late moment waits, unsigned, for the facilitator', () => {
    const board = liveBoard(open)
    expect(board.run('keep-moment', { id: 'late-moment', text: 'Finds the door locked' }, 'participant').allowed).toBe(
      true,
    )
    expect(board.view().session.kept).toEqual([{ id: 'late-moment', text: 'Finds the door locked' }])
    expect(
      liveBoard({ phase: 'post' }).check('keep-moment', { id: 'late-moment', text: 'x' }, 'participant'),
    ).toMatchObject({ rule: 'M6' })
  })
})

describe('Choose', () => {
  it('V1: no dot more than the board gives, none after the close, none on what is gone', () => {
    const board = liveBoard({ ...open, dots: 3, stacking: false })
    const [a = '', b = ''] = board.line()
    const cast = (dots: object, round = 1) => board.check('cast-ballot', { round, dots }, 'participant')
    expect(cast({ [a]: 1, [b]: 1 }).allowed).toBe(true)
    expect(cast({ [a]: 2 })).toMatchObject({ allowed: false, rule: 'V1', reason: 'One dot a moment on this board.' })
    board.set({ stacking: true })
    expect(cast({ [a]: 2, [b]: 2 })).toMatchObject({ allowed: false, rule: 'V1' })
    expect(cast({ [a]: 1 }, 2)).toMatchObject({ allowed: false, rule: 'V1' })
    expect(cast({ 'no-such-moment': 1 })).toMatchObject({ allowed: false, rule: 'V1' })
    board.set(closed)
    expect(cast({ [a]: 1 })).toMatchObject({ allowed: false, rule: 'V1' })
  })

  it('V1: ballots on behalf of the room are the facilitator’s and no more than declared', () => {
    const board = liveBoard({ ...open, room: 1 })
    const cast = (person: number, as: 'facilitator' | 'participant') =>
      board.check('cast-room-ballot', { round: 1, person, dots: {} }, as)
    expect(cast(1, 'facilitator').allowed).toBe(true)
    expect(cast(2, 'facilitator')).toMatchObject({ allowed: false, rule: 'V1' })
    expect(cast(1, 'participant').allowed).toBe(false)
  })

  it('V2: three to five; two need a reason; six are refused in a sentence', () => {
    const board = liveBoard(closed)
    const line = board.line()
    const settle = (count: number, reason?: string) =>
      board.run('settle-shortlist', { moments: line.slice(0, count), ...(reason === undefined ? {} : { reason }) })
    expect(settle(6)).toMatchObject({
      allowed: false,
      rule: 'V2',
      reason: 'Five at most, so that you finish them. Which one can wait?',
    })
    expect(settle(2)).toMatchObject({ allowed: false, rule: 'V2' })
    expect(settle(2, 'Only two were voted for.').allowed).toBe(true)
    expect(settle(5).allowed).toBe(true)
    expect(board.view().session.shortlist?.moments).toEqual(line.slice(0, 5))
    expect(liveBoard(open).check('settle-shortlist', { moments: line.slice(0, 3) })).toMatchObject({ rule: 'V2' })
  })

  it('V2: Assess opens only with a shortlist', () => {
    expect(liveBoard(closed).run('move-phase', { to: 'assess' })).toMatchObject({ allowed: false, rule: 'V2' })
  })

  it('V3: a vote closes once, and another round is opened on purpose', () => {
    const board = liveBoard(open)
    expect(board.run('open-vote', {})).toMatchObject({ allowed: false, rule: 'V3' })
    expect(board.run('close-vote', {}).allowed).toBe(true)
    board.set(closed)
    expect(board.run('close-vote', {})).toMatchObject({ allowed: false, rule: 'V3' })
    expect(board.run('open-vote', {}).allowed).toBe(true)
    expect(board.view().session.vote).toEqual({ state: 'open', round: 2 })
  })
})
