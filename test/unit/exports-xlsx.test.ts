import { xlsx } from '@momentous/shared/exports/xlsx'
import { blankForm } from '@momentous/shared/priorities/blank-form'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import {
  exportInput,
  momentId,
  sampleAction,
  sampleAssessment,
  sampleBoard,
  sampleGrade,
  sampleMoment,
  sampleSession,
  SEAT,
} from '../support/board-sample.ts'
import { readXlsx } from '../support/read-xlsx.ts'

const board = sampleBoard({
  session: sampleSession({
    title: 'Bread & Butter',
    vote: { state: 'closed', round: 1, totals: { [momentId(1)]: 7 }, ballots: 4 },
    nextSession: { date: '2026-12-12', time: '09:30', minutes: 90, zone: null },
  }),
  moments: [sampleMoment(1), sampleMoment(2, { text: '=1+1' })],
  assessments: [sampleAssessment(1, { evidence: 'told', description: 'x'.repeat(2000) })],
  grades: [sampleGrade(1, { settled: 'miserable' })],
  actions: [
    sampleAction(1, { due: '2026-12-04', target: 'magical', owner: { seat: SEAT, name: 'Tom' }, agreed: [SEAT] }),
    sampleAction(2, { due: '2026-12-05', order: 'a' }),
    { ...sampleAction(3, { order: 'b' }), moment: momentId(2) },
  ],
})
const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]))
const form = await xlsx.write(exportInput(board, { date: '22 November 2026', people: 12 }))
const extended = await xlsx.write(exportInput(board, { sheet: 'extended' }))

describe('the form for Excel', () => {
  it('has each row’s id and stamp in hidden columns that sorting takes along', () => {
    const { rows, hidden, xml } = readXlsx(form)
    expect(hidden).toEqual([5, 6])
    expect(rows.map((cells) => cells[5])).toEqual(['ID', momentId(1), momentId(2)])
    expect(xml).toContain('<autoFilter ref="A1:G3"/>')
    expect(xml).not.toContain('sheetProtection')
  })

  it('keeps its heading in sight and on every printed page, lying on the long side', () => {
    expect(readXlsx(form).xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
    expect(readXlsx(form).xml).toContain('orientation="landscape" fitToWidth="1"')
    expect(partsOf(form)['xl/workbook.xml']).toContain('localSheetId="0">\'Planning form\'!$1:$1<')
    expect(readXlsx(extended).xml).toContain('<pane xSplit="1" ySplit="1" topLeftCell="B2"')
  })

  it('offers the three rankings, and targets only where one action stands', () => {
    const lists = (xml: string) =>
      [...xml.matchAll(/sqref="([^"]*)"><formula1>([^<]*)</gu)].map(([, place, words]) => [place, words])
    const words = '&quot;Magical,Neutral,Miserable&quot;'
    expect(lists(readXlsx(form).xml)).toEqual([['D2:D103', words]])
    expect(lists(readXlsx(extended).xml)).toEqual([
      ['D2:D103', words],
      ['L2:L103', '&quot;Our guess,A customer told us,Measured&quot;'],
      ['M2 M4:M103', words],
    ])
  })

  it('refuses another word than those offered, and takes none', () => {
    expect(readXlsx(form).xml).toMatch(
      /<dataValidation type="list" allowBlank="1"[^>]* showErrorMessage="1" error="Choose /u,
    )
  })

  it('wraps every text, writes days as days, and leaves what looks like a code of its own as it is', async () => {
    const styles = partsOf(form)['xl/styles.xml'] ?? ''
    expect(styles.match(/<alignment /gu)?.length).toBe(styles.match(/<alignment [^>]*wrapText="1"/gu)?.length)
    expect(styles).toContain('formatCode="yyyy\\-mm\\-dd"')
    const parts = partsOf(
      await xlsx.write(exportInput(sampleBoard({ moments: [sampleMoment(1, { text: 'a_x0041_' })] }))),
    )
    expect(parts['xl/sharedStrings.xml']).toContain('>a_x005F_x0041_<')
  })

  it('has counts as numbers and dates as days, in rows that have room for their lines', () => {
    const { rows, xml } = readXlsx(extended)
    const [headings = [], first = []] = rows
    const at = (heading: string) => headings.indexOf(heading)
    expect([first[at('TICKS')], first[at('AGREED')], first[at('DUE')]]).toEqual(['7', '1', '46360'])
    expect(xml).toMatch(/<c r="O2" s="4"><v>46360<\/v><\/c>/u)
    expect(xml).toMatch(/<row r="2" ht="409">/u)
  })

  it('keeps a text that looks like a formula a text, also when somebody steps into its cell', () => {
    expect(readXlsx(form).xml).toMatch(/<c r="A3" s="3" t="s">/u)
    expect(partsOf(form)['xl/styles.xml']?.match(/<xf [^>]*>/gu)?.[4]).toContain('quotePrefix="1"')
    expect(JSON.stringify(partsOf(form))).not.toMatch(/<f>/u)
  })

  it('has a title and no author, and says beside the form what a heading says', () => {
    const parts = partsOf(form)
    expect(parts['docProps/core.xml']).toContain('<dc:title>Bread &amp; Butter</dc:title>')
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<oddHeader>&amp;CBread &amp;&amp; Butter</oddHeader>')
    expect(parts['xl/sharedStrings.xml']).toContain('22 November 2026')
    expect(parts['xl/worksheets/sheet2.xml']).toContain('<v>12</v>')
  })

  it('has the firm beside the title, and in a printed heading no more than one may have', async () => {
    const board = sampleBoard({ session: sampleSession({ firm: '&'.repeat(200), title: `9 ${'A&'.repeat(200)}` }) })
    const parts = partsOf(await xlsx.write(exportInput(board)))
    const header = /<oddHeader>([^<]*)</u.exec(parts['xl/worksheets/sheet1.xml'] ?? '')?.[1]?.replaceAll('&amp;', '&')
    expect(header?.length).toBeLessThanOrEqual(255)
    // What is left of the commands when every ampersand that stands for itself is gone.
    expect(header?.replaceAll('&&', '').match(/&./gu)).toEqual(['&L', '&C'])
    expect(parts['xl/sharedStrings.xml']).toContain('>Firm<')
    // Nothing to filter: no filter, of which some ask what it is.
    expect(JSON.stringify(parts)).not.toMatch(/autoFilter|FilterDatabase/u)
  })

  it('leaves room to write by hand in the rows of a blank form', async () => {
    const { form: filled, ...rest } = exportInput(sampleBoard({ moments: [sampleMoment(1)] }))
    const heights = async (form: typeof filled) =>
      [...readXlsx(await xlsx.write({ ...rest, form })).xml.matchAll(/ ht="(\d+)"/gu)].slice(1).map(([, ht]) => ht)
    expect(await heights(filled)).toEqual(['15'])
    expect(new Set(await heights(blankForm(filled)))).toEqual(new Set(['30']))
  })

  it('reads from the right what is written so', async () => {
    const parts = partsOf(await xlsx.write(exportInput(sampleBoard({ moments: [sampleMoment(1, { text: 'שלום' })] }))))
    const style = Number(/r="A2" s="(\d+)"/u.exec(parts['xl/worksheets/sheet1.xml'] ?? '')?.[1])
    const formats = parts['xl/styles.xml']?.match(/<cellXfs.*<\/cellXfs>/u)?.[0].match(/<xf .*?(?:<\/xf>|\/>)/gu)
    expect(formats?.[style]).toContain('readingOrder="2"')
    expect(formats).toHaveLength(9)
  })

  it('cuts a cell where spreadsheets end, and leaves no half of a character', async () => {
    const actions = Array.from({ length: 40 }, (_, n) => ({
      ...sampleAction(n, { text: '😀'.repeat(500) }),
      moment: momentId(1),
    }))
    const { rows } = readXlsx(await xlsx.write(exportInput(sampleBoard({ moments: [sampleMoment(1)], actions }))))
    const cell = rows[1]?.[4] ?? ''
    expect(cell.length).toBeLessThanOrEqual(32_767)
    expect(cell.length).toBeGreaterThan(32_760)
    expect(cell.isWellFormed()).toBe(true)
    expect(cell.endsWith('…')).toBe(true)
  })
})
