import { describe, expect, it } from 'vitest'
import { idOfSecret } from '@momentous/shared/domain/secret'
import type { MomentId } from '@momentous/shared/domain/id'
import { createRecord } from '@momentous/shared/board/write'
import { actorOf, liveBoard } from '../support/live-board.ts'

function withShortlist(phase: 'assess' | 'ideas' | 'decide' | 'plan') {
  const board = liveBoard({ phase })
  const moments = board.line().slice(0, 3)
  board.set({ shortlist: { moments, reason: '' } })
  return { ...board, moment: moments[0] ?? '', other: board.line()[7] ?? '' }
}

describe('Assess', () => {
  it('A1: everybody writes the expectation in Assess, only the facilitator in Choose', () => {
    const board = withShortlist('assess')
    board.run('open-assessment', { moment: board.moment }, 'participant')
    const typed = {
      root: 'assessments',
      id: board.moment,
      key: 'expectation',
      index: 0,
      remove: 0,
      insert: 'Seen in time',
    }
    expect(board.run('edit-text', typed, 'participant').allowed).toBe(true)
    board.set({ phase: 'choose' })
    expect(board.run('edit-text', typed, 'participant')).toMatchObject({ allowed: false, rule: 'A1' })
  })

  it('A2: grades wait for the expectation, are for priorities, and end with the reveal', () => {
    const board = withShortlist('assess')
    const { moment } = board
    expect(board.run('open-grading', { moment })).toMatchObject({ allowed: false, rule: 'A2' })
    board.run('open-assessment', { moment })
    board.run('edit-text', {
      root: 'assessments',
      id: moment,
      key: 'expectation',
      index: 0,
      remove: 0,
      insert: 'Ten minutes',
    })
    expect(board.run('open-grading', { moment: board.other })).toMatchObject({ allowed: false, rule: 'A2' })
    expect(board.run('open-grading', { moment }).allowed).toBe(true)
    const grade = (round: number) => board.check('grade-moment', { moment, round, ranking: 'neutral' }, 'participant')
    expect(grade(1).allowed).toBe(true)
    expect(grade(2)).toMatchObject({ allowed: false, rule: 'A2' })
    board.board.grades
      .get(moment)
      ?.set('grading', { state: 'revealed', round: 1, spread: { magical: 0, neutral: 1, miserable: 0 } })
    expect(grade(1)).toMatchObject({ allowed: false, rule: 'A2' })
  })

  it('A2: one priority at a time, unless what is graded has left the shortlist', () => {
    const board = withShortlist('assess')
    const [moment, next, last] = board.line() as [MomentId, MomentId, MomentId]
    for (const each of [moment, next]) {
      board.run('open-assessment', { moment: each })
      const typed = { root: 'assessments', id: each, key: 'expectation', index: 0, remove: 0, insert: 'Ten minutes' }
      board.run('edit-text', typed)
    }
    expect(board.run('open-grading', { moment }).allowed).toBe(true)
    const refusal = { allowed: false, rule: 'A2', reason: 'Another moment is being graded. Reveal its grades first.' }
    expect(board.check('open-grading', { moment: next })).toEqual(refusal)
    board.set({ shortlist: { moments: [next, last], reason: 'Two' } })
    expect(board.check('open-grading', { moment: next }).allowed).toBe(true)
    board.set({ shortlist: { moments: [moment, next], reason: 'Two' } })
    const revealed = { state: 'revealed', round: 1, spread: { magical: 0, neutral: 1, miserable: 0 } }
    board.board.grades.get(moment)?.set('grading', revealed)
    expect(board.run('open-grading', { moment: next }).allowed).toBe(true)
    expect(board.check('open-grading', { moment })).toEqual(refusal)
  })

  it('A3: the team’s grade is the facilitator’s, after the reveal', () => {
    const board = withShortlist('assess')
    const settle = (as: 'facilitator' | 'participant') =>
      board.run('settle-ranking', { moment: board.moment, ranking: 'miserable' }, as)
    expect(settle('facilitator')).toMatchObject({ allowed: false, rule: 'A3' })
    board.set({ phase: 'decide' })
    expect(settle('participant')).toMatchObject({ allowed: false, rule: 'A3' })
    expect(settle('facilitator').allowed).toBe(true)
  })
})

describe('Ideas and Decide', () => {
  const secret = 'a-random-secret-of-a-device'

  function withIdea(phase: 'ideas' | 'decide') {
    const board = withShortlist(phase)
    const idea = idOfSecret(secret)
    createRecord(board.board.ideas, 'ideas', idea, { moment: board.moment, text: 'A pager', slot: 'k' })
    return { ...board, idea }
  }

  it('I1: ideas, builds, concerns and the bell belong to Ideas, and to a priority', () => {
    const board = withIdea('ideas')
    const raised = { id: 'an-idea-of-mine', moment: board.moment, text: 'Coffee' }
    expect(board.check('raise-idea', raised, 'participant').allowed).toBe(true)
    expect(board.check('raise-idea', { ...raised, moment: board.other }, 'participant')).toMatchObject({ rule: 'I1' })
    expect(
      board.check('build-on-idea', { id: 'a-build-of-mine', idea: board.idea, text: 'x' }, 'participant').allowed,
    ).toBe(true)
    board.set({ phase: 'decide' })
    for (const name of ['raise-idea', 'ring-bell'] as const) {
      expect(board.check(name, name === 'ring-bell' ? {} : raised, 'participant')).toMatchObject({ rule: 'I1' })
    }
  })

  it('I2: there is no command, for anybody, that edits or removes an idea without its secret', () => {
    const board = withIdea('ideas')
    const typed = { root: 'ideas', id: board.idea, key: 'text', index: 0, remove: 7, insert: '' }
    expect(() => board.check('edit-text', typed)).toThrow('Expected')
    expect(board.check('judge-idea', { idea: board.idea, verdict: { state: 'parked' } })).toMatchObject({ rule: 'I4' })
  })

  it('I3: one’s own idea is changed until the first build, then only withdrawn', () => {
    const board = withIdea('ideas')
    expect(board.check('edit-idea', { secret, text: 'Two pagers' }, 'participant').allowed).toBe(true)
    createRecord(board.board.builds, 'builds', 'build-on-the-pager', { idea: board.idea, text: 'Yes', slot: 'k' })
    expect(board.check('edit-idea', { secret, text: 'Two pagers' }, 'participant')).toMatchObject({ rule: 'I3' })
    expect(board.check('withdraw-idea', { secret }, 'participant').allowed).toBe(true)
  })

  it('I4: merit and parked are the facilitator’s, once Ideas has closed', () => {
    const board = withIdea('decide')
    const parked = { idea: board.idea, verdict: { state: 'parked', reason: 'the new kitchen first' } }
    expect(board.run('judge-idea', parked, 'participant')).toMatchObject({ allowed: false, rule: 'I4' })
    expect(board.run('judge-idea', parked).allowed).toBe(true)
    expect(board.view().idea(board.idea as never)?.verdict).toEqual(parked.verdict)
  })
})

describe('Plan', () => {
  function withAction() {
    const board = withShortlist('plan')
    board.run('add-action', { id: 'the-action', moment: board.moment, text: 'Call back' }, 'participant')
    return board
  }

  it('P1: actions are written in Plan and nowhere else', () => {
    const board = withAction()
    expect(board.view().action('the-action' as never)?.text).toBe('Call back')
    board.set({ phase: 'decide' })
    expect(board.run('set-action', { id: 'the-action', due: '2026-12-04' })).toMatchObject({
      allowed: false,
      rule: 'P1',
    })
  })

  it('P2: a participant takes an action or gives it back; only the facilitator names others', () => {
    const board = withAction()
    const tom = actorOf('participant', 'seat-of-tom')
    const own = (seat: string | null, as = tom) => board.run('own-action', { action: 'the-action', seat }, as)
    expect(own('seat-of-ana')).toMatchObject({ allowed: false, rule: 'P2' })
    expect(own('seat-of-tom').allowed).toBe(true)
    expect(own('seat-of-ana', actorOf('participant', 'seat-of-ana'))).toMatchObject({ allowed: false, rule: 'P2' })
    expect(own(null).allowed).toBe(true)
    expect(own('seat-of-ana', actorOf('facilitator')).allowed).toBe(true)
  })

  it('P3: agreeing twice counts once', () => {
    const board = withAction()
    const tom = actorOf('participant', 'seat-of-tom')
    board.run('agree-action', { action: 'the-action', agreed: true }, tom)
    board.run('agree-action', { action: 'the-action', agreed: true }, tom)
    expect(board.view().action('the-action' as never)?.agreed).toEqual(['seat-of-tom'])
    board.run('agree-action', { action: 'the-action', agreed: false }, tom)
    expect(board.view().action('the-action' as never)?.agreed).toEqual([])
  })

  it('P4: a neutral moment aims for magical and nothing else', () => {
    const board = withAction()
    board.run('settle-ranking', { moment: board.moment, ranking: 'neutral' })
    const aim = (target: string) => board.run('set-action', { id: 'the-action', target }, 'participant')
    expect(aim('miserable')).toMatchObject({ allowed: false, rule: 'P4' })
    expect(aim('neutral')).toMatchObject({ allowed: false, rule: 'P4' })
    expect(aim('magical').allowed).toBe(true)
  })
})
