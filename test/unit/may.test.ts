import { describe, expect, it } from 'vitest'
import { phaseOrder } from '@momentous/shared/domain/phase'
import { may, mayIn } from '@momentous/shared/rules/may'
import { rows, type RowName } from '@momentous/shared/rules/rows'
import { createRecord } from '@momentous/shared/board/write'
import { actorOf, liveBoard } from '../support/live-board.ts'

const open = { state: 'open', round: 1 } as const

/** The table of the design, typed a second time: F or P where somebody may at all, in the order of the phases. */
const table: Record<RowName, string> = {
  session: 'F F F F F F F F',
  moment: 'F P P F F F F F',
  'moment-by-hand': 'F P P F F - P P',
  'contact-type': 'F P P F F - F F',
  ink: 'F P P F P - P P',
  ballot: '- - - P - - - -',
  shortlist: '- - - F F - F F',
  assessment: '- F F F P F P P',
  grade: '- - - - P - - -',
  ranking: '- - - - F - F F',
  idea: '- - - - - P - -',
  'own-idea': '- - - - - P - -',
  verdict: '- - - - - - F F',
  action: '- - - - - - - P',
  owner: '- - - - - - - P',
  count: 'P P P P P P P P',
  keep: '- - - P P - P P',
  steer: 'F F F F F F F F',
  import: 'F F F F F - F F',
  seats: 'F F F F F F F F',
}

describe('the one table', () => {
  const { view } = liveBoard()
  for (const [name, cells] of Object.entries(table)) {
    it(`says who may in every phase: ${name} (${rows[name as RowName].rule})`, () => {
      const read = phaseOrder.map((phase) => rows[name as RowName].cells[phase].charAt(0))
      expect(read.join(' ')).toBe(cells)
    })
  }

  it('L1: an observer may do nothing, in no phase, and is told where to get another link', () => {
    for (const row of Object.keys(rows) as RowName[]) {
      for (const phase of phaseOrder) {
        const ruling = mayIn(phase, actorOf('observer'), view(), row, { creates: true })
        expect(ruling).toMatchObject({ allowed: false, rule: 'L1' })
      }
    }
  })

  it('refuses in whole sentences', () => {
    for (const row of Object.keys(rows) as RowName[]) {
      for (const phase of phaseOrder) {
        const ruling = mayIn(phase, actorOf('participant'), view(), row)
        if (!ruling.allowed) expect(ruling.reason).toMatch(/^[A-Z].*\.$/)
      }
    }
  })

  it('K1: ink waits for the close of the vote, and for the reveal of an open grade', () => {
    const board = liveBoard({ phase: 'choose', vote: { state: 'open', round: 1 } })
    expect(may(actorOf('facilitator'), board.view(), 'ink')).toMatchObject({ allowed: false, rule: 'K1' })
    board.set({ vote: { state: 'closed', round: 1, totals: {}, ballots: 0 } })
    expect(may(actorOf('facilitator'), board.view(), 'ink').allowed).toBe(true)
    expect(may(actorOf('participant'), board.view(), 'ink').allowed).toBe(false)
  })

  it('A1: while a grade is open, only what is said about that moment changes, by whom ever', () => {
    const board = liveBoard({ phase: 'assess' })
    const [first, second] = board.line()
    const says = (moment: typeof first, as: 'facilitator' | 'participant' = 'participant') => [
      may(actorOf(as), board.view(), 'assessment', moment === undefined ? {} : { moment }).allowed,
      board.check('set-evidence', { moment, evidence: null }, as).allowed,
      board.check('open-assessment', { moment }, as).allowed,
      board.check('edit-text', { root: 'assessments', id: moment, key: 'issue', index: 0, remove: 0, insert: 'x' }, as)
        .allowed,
    ]
    const [yes, no] = [
      [true, true, true, true],
      [false, false, false, false],
    ]
    expect([says(first), says(second)]).toEqual([yes, yes])
    board.board.doc.transact(() => createRecord(board.board.grades, 'grades', String(first), { grading: open }))
    expect([says(first), says(second), says(second, 'facilitator')]).toEqual([yes, no, no])
    board.set({ phase: 'decide' })
    expect(says(second)).toEqual(yes)
  })

  it('M1: while ideas are open the facilitator adds moments but changes none', () => {
    const { view: ideas } = liveBoard({ phase: 'ideas' })
    expect(may(actorOf('facilitator'), ideas(), 'moment', { creates: true }).allowed).toBe(true)
    expect(may(actorOf('facilitator'), ideas(), 'moment')).toMatchObject({ allowed: false, rule: 'M1' })
  })
})
