import { planningForm } from '@momentous/shared/priorities/planning-form'
import { describe, expect, it } from 'vitest'
import {
  everyRow,
  momentId,
  sampleAction,
  sampleAssessment,
  sampleBoard,
  sampleGrade,
  sampleMoment,
  sampleSession,
} from '../support/board-sample.ts'

const texts = (rows: readonly { readonly moment: string }[]) => rows.map(({ moment }) => moment)

describe('the planning form', () => {
  const shortlist = { moments: [4, 2].map(momentId), reason: 'Two to begin with.' }
  const board = sampleBoard({
    session: sampleSession({ shortlist, nextSession: { date: '2026-12-12', time: '09:00', minutes: 120, zone: null } }),
    moments: [3, 1, 4, 2].map((n) => sampleMoment(n)),
    assessments: [sampleAssessment(2, { description: 'Who and where', issue: 'What is wrong' })],
    grades: [sampleGrade(2, { settled: 'miserable' })],
    actions: [
      sampleAction(2, { text: 'Second\n  thing', order: 'b' }),
      { ...sampleAction(22, { text: 'First thing', order: 'a' }), moment: momentId(2) },
      { ...sampleAction(23, { removed: true }), moment: momentId(2) },
      { ...sampleAction(24, { text: ' ', firstStep: 'Ring the sign maker', order: 'c' }), moment: momentId(2) },
    ],
  })

  it('has a row for each priority, in timeline order, with all that was said of it', () => {
    expect(planningForm(board, { order: 'timeline', rows: 'priorities', prompts: false })).toEqual({
      title: 'Harbour Street Dental',
      why: 'Patients decide in the waiting room.',
      nextSession: { date: '2026-12-12', time: '09:00' },
      rows: [
        {
          id: momentId(2),
          moment: 'Moment 2',
          description: 'Who and where',
          issue: 'What is wrong',
          ranking: 'miserable',
          action: 'First thing\nSecond thing\nRing the sign maker',
          priority: true,
          position: 2,
        },
        {
          id: momentId(4),
          moment: 'Moment 4',
          description: '',
          issue: '',
          ranking: null,
          action: '',
          priority: true,
          position: 4,
        },
      ],
    })
  })

  it('puts the shortlist first if wanted, both parts in timeline order', () => {
    const form = planningForm(board, { order: 'shortlist', rows: 'all', prompts: false })
    expect(texts(form.rows)).toEqual(['Moment 2', 'Moment 4', 'Moment 1', 'Moment 3'])
  })

  it('without a shortlist has what is written on, and everything while nothing is', () => {
    const open = { ...board, session: sampleSession() }
    const priorities = { order: 'timeline', rows: 'priorities', prompts: false } as const
    expect(texts(planningForm(open, priorities).rows)).toEqual(['Moment 2'])
    const bare = sampleBoard({ moments: [2, 1].map((n) => sampleMoment(n)) })
    expect(texts(planningForm(bare, priorities).rows)).toEqual(['Moment 1', 'Moment 2'])
  })

  it('leaves out what the customer does not meet: behind the scenes, the bin, under another note, empty notes', () => {
    const moments = [
      sampleMoment(1),
      sampleMoment(2, { kind: 'invisible', serves: momentId(1) }),
      sampleMoment(3, { removed: true }),
      sampleMoment(4, { stackedOn: momentId(1) }),
      sampleMoment(5, { text: ' \n' }),
    ]
    expect(texts(planningForm(sampleBoard({ moments }), everyRow).rows)).toEqual(['Moment 1'])
  })

  describe('a prompt of the printed form', () => {
    const prompt = 'By post communication'
    const rowsOf = (moments: ReturnType<typeof sampleMoment>[], prompts = false, facts = {}) =>
      texts(planningForm(sampleBoard({ moments, ...facts }), { order: 'timeline', rows: 'all', prompts }).rows)

    it('is no row while nobody touched it, unless asked for', () => {
      const untouched = [sampleMoment(1, { text: '', prompt }), sampleMoment(2, { text: prompt, prompt })]
      expect(rowsOf(untouched)).toEqual([])
      expect(rowsOf(untouched, true)).toEqual([prompt, prompt])
    })

    it('is a row once it has words, an assessment, an action or a place on the shortlist', () => {
      const blank = [sampleMoment(1, { text: '', prompt })]
      expect(rowsOf([sampleMoment(1, { text: 'The bill comes', prompt })])).toEqual(['The bill comes'])
      expect(rowsOf(blank, false, { assessments: [sampleAssessment(1, { issue: 'Late' })] })).toEqual([prompt])
      expect(rowsOf(blank, false, { actions: [sampleAction(1)] })).toEqual([prompt])
      const chosen = sampleSession({ shortlist: { moments: [momentId(1)], reason: '' } })
      expect(rowsOf(blank, false, { session: chosen })).toEqual([prompt])
    })
  })
})
