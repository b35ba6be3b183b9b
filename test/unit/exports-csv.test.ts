import { csv, guardFormula } from '@momentous/shared/exports/csv'
import { describe, expect, it } from 'vitest'
import {
  exportInput,
  momentId,
  sampleAction,
  sampleAssessment,
  sampleBoard,
  sampleGrade,
  sampleIdea,
  sampleMoment,
  sampleRung,
  sampleSession,
  SEAT,
} from '../support/board-sample.ts'
import { readCsv, unguard } from '../support/read-csv.ts'

const filled = sampleBoard({
  session: sampleSession({
    vote: { state: 'closed', round: 1, totals: { [momentId(1)]: 7 }, ballots: 4 },
    channels: [{ id: 'own-fax', label: 'Fax', letter: 'X' }],
  }),
  moments: [
    sampleMoment(1, { text: 'Rings, and waits', channel: 'phone', setting: 'one-to-one', kind: 'decisive' }),
    sampleMoment(2, { text: 'Sends a "fax"', channel: 'own-fax' }),
  ],
  assessments: [
    sampleAssessment(1, {
      description: 'Line one\nline two',
      issue: '=busy',
      expectation: 'An answer',
      evidence: 'told',
    }),
  ],
  grades: [sampleGrade(1, { settled: 'miserable' })],
  actions: [
    sampleAction(1, { text: 'Call back', due: '2026-12-04', owner: { seat: SEAT, name: 'Tom' }, agreed: [SEAT] }),
    {
      ...sampleAction(3, { text: 'Second line', target: 'neutral', firstStep: 'Ask\nfor a price', order: 'b' }),
      moment: momentId(1),
    },
  ],
  rungs: [
    sampleRung(1, { text: '14 days', done: true }),
    { ...sampleRung(2, { text: '10 days' }), moment: momentId(1) },
    { ...sampleRung(3, { removed: true }), moment: momentId(1) },
  ],
  ideas: [
    sampleIdea(1, { text: 'A robot', verdict: { state: 'parked', reason: 'next year' } }),
    { ...sampleIdea(2, { verdict: { state: 'merit' } }), moment: momentId(1) },
    {
      ...sampleIdea(3, { text: 'gone', withdrawn: true, verdict: { state: 'parked', reason: '' } }),
      moment: momentId(1),
    },
  ],
})

describe('the form as CSV', () => {
  it('quotes what spreadsheets of other countries split at, and blanks that some take away', () => {
    const texts = ['a;b', 'a\tb', ' a', 'a ', 'plain']
    const file = csv.write(exportInput(sampleBoard({ moments: texts.map((text, n) => sampleMoment(n, { text })) })))
    expect(file.split('\r\n').slice(1, 6)).toEqual(['"a;b",,,,', '"a\tb",,,,', '" a",,,,', '"a ",,,,', 'plain,,,,'])
  })

  it('has the five printed headings, CRLF and quotes where they are needed', () => {
    expect(csv.write(exportInput(filled))).toBe(
      '\ufeffMOMENT OF TRUTH,DESCRIPTION,ISSUE/PROBLEM,RANKING,ACTION\r\n' +
        '"Rings, and waits","Line one\nline two",\'=busy,Miserable,"Call back\nSecond line"\r\n' +
        '"Sends a ""fax""",,,,\r\n',
    )
  })

  it('comes without the byte order mark for programs', () => {
    expect(csv.write(exportInput(sampleBoard(), { bom: false }))).toBe(
      'MOMENT OF TRUTH,DESCRIPTION,ISSUE/PROBLEM,RANKING,ACTION\r\n',
    )
  })

  it('has on the extended sheet what the five columns lack, one line an action', () => {
    const [headings = [], first = [], second = []] = readCsv(
      csv.write(exportInput(filled, { sheet: 'extended', bom: false })),
    )
    expect(headings.slice(0, 5)).toEqual(['MOMENT OF TRUTH', 'DESCRIPTION', 'ISSUE/PROBLEM', 'RANKING', 'ACTION'])
    const { STAMP, ...cells } = Object.fromEntries(headings.slice(5).map((heading, at) => [heading, first[at + 5]]))
    expect(STAMP).toMatch(/^[0-9a-z]{20,}$/)
    expect(cells).toEqual({
      ID: momentId(1),
      CHANNEL: 'Phone',
      SETTING: '1-to-1',
      KIND: 'decisive',
      TICKS: '7',
      EXPECTATION: 'An answer',
      EVIDENCE: 'A customer told us',
      TARGET: '\nNeutral',
      OWNER: 'Tom\n',
      DUE: '2026-12-04\n',
      'FIRST STEP': '\nAsk for a price',
      AGREED: '1\n0',
      LADDER: '14 days (done)\n10 days',
      'PARKED IDEAS': 'A robot (next year)',
    })
    expect(second.slice(5, 10)).toEqual([momentId(2), 'Fax', '', 'basic', '0'])
  })
})

describe('the formula guard', () => {
  it.each(['=1+1', '+1', '-1', '@x', '\t=1', ' =1', '\n=1', '＝1', "'=1", "''+1"])(
    'puts an apostrophe before %j',
    (text) => {
      expect(guardFormula(text)).toBe(`'${text}`)
      expect(unguard(guardFormula(text))).toBe(text)
    },
  )

  it.each(['', 'a=1', "'quoted'", '1-2', '’t is'])('leaves %j alone', (text) => {
    expect(guardFormula(text)).toBe(text)
    expect(unguard(text)).toBe(text)
  })
})
