import type { BoardSnapshot } from '@momentous/shared/domain/board-snapshot'
import { csv } from '@momentous/shared/exports/csv'
import { formTable } from '@momentous/shared/imports/form-table'
import { planMerge } from '@momentous/shared/imports/plan-merge'
import { csvImporter } from '@momentous/shared/imports/read-csv'
import { describe, expect, it } from 'vitest'
import {
  exportInput,
  momentId,
  sampleAction,
  sampleBoard,
  sampleGrade,
  sampleMoment,
  sampleSession,
} from '../support/board-sample.ts'
import { actorOf } from '../support/live-board.ts'
import { seededRandom } from '../support/seeded-random.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const planOf = (board: BoardSnapshot, file: string | Uint8Array) =>
  planMerge({
    board,
    table: formTable(csvImporter.read(typeof file === 'string' ? bytes(file) : file)),
    actor: actorOf('facilitator'),
    random: seededRandom(1),
  })
const exported = (board: BoardSnapshot) => csv.write(exportInput(board, { sheet: 'extended' }))

const board = sampleBoard({
  moments: [sampleMoment(1), sampleMoment(2), sampleMoment(3)],
  grades: [sampleGrade(1, { settled: 'miserable' })],
  actions: [
    sampleAction(1, { text: 'Call back', target: 'neutral' }),
    sampleAction(2, { text: 'Answer', moment: momentId(1), owner: { seat: null, name: 'Tom' } }),
  ],
})

describe('what a file changes', () => {
  it('is told line by line where a cell has one for each action', () => {
    const edited = exported(board)
      .replace(/Neutral\n/u, 'Magical\n')
      .replace(/"\nTom"/u, '"Ruth\nTom"')
    const { changes, untaken } = planOf(board, edited)
    expect(untaken).toEqual([])
    expect(changes.map(({ column, changes: [change] }) => [column, change])).toEqual([
      ['TARGET', { kind: 'target', action: 'action-0001', from: 'neutral', to: 'magical' }],
      ['OWNER', { kind: 'owner', action: 'action-0001', from: null, to: { seat: null, name: 'Ruth' } }],
    ])
  })

  it('keeps an action that stands elsewhere, edits one in its place, adds and bins the others', () => {
    const edited = exported(board).replace('Call back\nAnswer', 'Answer\nCall back within an hour')
    const [change] = planOf(board, edited).changes
    expect(change?.changes).toEqual([
      { kind: 'action', id: expect.any(String), moment: momentId(1), text: 'Call back within an hour' },
      { kind: 'bin', root: 'actions', id: 'action-0001', from: false, to: true },
    ])
    const longer = exported(board).replace('Call back\nAnswer', 'Call them back\nAnswer\nThank')
    expect(planOf(board, longer).changes[0]?.changes).toMatchObject([
      { kind: 'text', id: 'action-0001', from: 'Call back', to: 'Call them back' },
      { kind: 'action', text: 'Thank' },
    ])
  })

  it('leaves a moment that has no row any more, and one that is in the bin, and says so', () => {
    const [head = '', , second = '', third = ''] = exported(board).split(/\r\n(?=Moment|$)/u)
    const inTheBin = { ...board, moments: board.moments.map((each, at) => ({ ...each, removed: at === 1 })) }
    const plan = planOf(inTheBin, [head, second.replace('Moment 2', 'Moment two'), third].join('\r\n'))
    expect(plan.changes).toEqual([])
    expect(plan.missing).toMatchObject([{ id: momentId(1), moment: 'Moment 1', wasThere: true }])
    expect(plan.untaken).toMatchObject([{ row: 2, reason: expect.stringMatching(/in the bin/u) }])
  })

  it('takes no word that the board doesn’t know, no empty moment and no second row of the same one', () => {
    const row =
      exported(board)
        .split('\r\n')
        .find((line) => line.startsWith('Moment 3')) ?? ''
    const edited = exported(board).replace('Miserable', 'Great').replace('\r\nMoment 2,', '\r\n,') + `${row}\r\n`
    expect(planOf(board, edited).untaken.map(({ column, reason }) => [column, reason])).toEqual([
      ['RANKING', '“Great” is none of Magical, Neutral, Miserable.'],
      ['MOMENT OF TRUTH', 'A moment needs words. To take it off the form, put it in the bin.'],
      [null, 'This row is of the same moment as row 4.'],
    ])
  })

  it('asks the rules of the phase first, and lists what has to wait', () => {
    const inPost = { ...board, session: sampleSession({ phase: 'post' }) }
    const edited = exported(inPost).replace('Call back', 'Call').replace('Moment 3', 'Moment three')
    const { changes, untaken } = planOf(inPost, edited)
    expect(changes.map(({ file }) => file)).toEqual(['Moment three'])
    expect(untaken).toMatchObject([{ column: 'ACTION', reason: expect.stringMatching(/open in Plan/u) }])
  })

  it('is read whatever the spreadsheet made of it: separators, alphabets, line ends, order and names of columns', () => {
    const words = 'Grüße an der Tür – „herein“'
    const latin = Uint8Array.from('Problem;Moment\rklemmt;Gr\xfc\xdfe an der T\xfcr \x96 \x84herein\x93\r', (sign) =>
      sign.charCodeAt(0),
    )
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(`moment\tproblem\r\n${words}\tklemmt\r\n`, 'utf16le')])
    const marked = bytes(`\ufeffsep=;\r\nA title\r\nMoments of truth;Issue\r\n${words};klemmt\r\n`)
    for (const file of [latin, utf16, marked]) {
      const [change] = planOf(sampleBoard(), file).changes
      expect(
        change?.changes.map((each) => ('to' in each ? each.to : 'moments' in each ? each.moments[0]?.text : each)),
      ).toEqual([words, 'klemmt'])
    }
  })

  it('shows of long words only their beginning, and refuses a file that says too much at once', () => {
    const long = 'x'.repeat(3_000)
    const [left] = planOf(sampleBoard(), `MOMENT OF TRUTH,DESCRIPTION\r\nA door,${long}\r\n`).untaken
    expect(left).toMatchObject({ column: 'DESCRIPTION', file: `${'x'.repeat(500)}…` })
    const whole = 'y'.repeat(2_000)
    const written = planOf(sampleBoard(), `MOMENT OF TRUTH,DESCRIPTION\r\nA door,${whole}\r\n`).changes[0]?.changes
    expect(written?.[1]).toMatchObject({ to: whole })
    const lines = `MOMENT OF TRUTH,ACTION\r\n${`A door,"${'a\n'.repeat(15_000)}"\r\n`.repeat(5)}`
    expect(() => planOf(sampleBoard(), lines)).toThrow(/^This file says more that is new.*in parts\.$/u)
    const rows = Array.from({ length: 4_500 }, (_, at) => `Door ${at},a,b,c,d\r\n`)
    const cells = `MOMENT OF TRUTH,RANKING,CHANNEL,SETTING,EVIDENCE\r\n${rows.join('')}`
    expect(() => planOf(sampleBoard(), cells)).toThrow(/^This file says more that is new/u)
  })

  it('shows what each column holds, and waits with the rows until somebody has said which one names the moments', () => {
    const file = 'Kontakt;Notiz;Leer\r\nDie Klingel;leise;\r\nDie Tür;klemmt;\r\n'
    const plan = planOf(board, file)
    expect(plan).toMatchObject({ changes: [], conflicts: [], untaken: [], missing: [], order: null })
    expect(plan.headings).toEqual([
      { heading: 'Kontakt', column: null, samples: ['Die Klingel', 'Die Tür'] },
      { heading: 'Notiz', column: null, samples: ['leise', 'klemmt'] },
      { heading: 'Leer', column: null, samples: [] },
    ])
  })
})
