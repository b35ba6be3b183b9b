import { exporters } from '@momentous/server/exports/exporters'
import { importers } from '@momentous/server/imports/importers'
import { formTable } from '@momentous/shared/imports/form-table'
import { planMerge } from '@momentous/shared/imports/plan-merge'
import { describe, expect, it } from 'vitest'
import {
  exportInput,
  sampleAction,
  sampleAssessment,
  sampleBoard,
  sampleGrade,
  sampleMoment,
  momentId,
} from '../support/board-sample.ts'
import { actorOf } from '../support/live-board.ts'
import { convert, fileFor, python, withoutOffice } from '../support/office.ts'
import { readFileSync } from 'node:fs'
import { seededRandom } from '../support/seeded-random.ts'

const said = [
  'Phones, to "book"; a visit',
  'שלום, עולם',
  '=1+1',
  'two\nlines, 😀',
  '2026-12-04',
  '0012',
  '<b>&amp; ]]>',
]
const board = sampleBoard({
  moments: said.map((text, n) => sampleMoment(n, { text, channel: 'phone', setting: 'one-to-one' })),
  assessments: said.map((text, n) => sampleAssessment(n, { description: text, issue: `${text}!`, expectation: text })),
  grades: said.map((_, n) => sampleGrade(n, { settled: 'neutral' })),
  actions: said.flatMap((_, n) => [
    sampleAction(n, { text: `Call ${n}`, due: '2026-12-04', target: 'magical' }),
    sampleAction(100 + n, { moment: momentId(n), text: `Then ${n}`, order: `b0${n}` }),
  ]),
})

const planOf = (kind: keyof typeof importers, bytes: Uint8Array) =>
  planMerge({
    board,
    table: formTable(importers[kind].read(bytes)),
    actor: actorOf('facilitator'),
    random: seededRandom(1),
  })

describe.skipIf(withoutOffice())('a form that LibreOffice has opened and saved', () => {
  it('comes back with every row’s id and stamp, and changes nothing', async () => {
    const [form, extended] = [exportInput(board), exportInput(board, { sheet: 'extended' })]
    const workbooks = [
      { name: 'form.xlsx', content: await exporters.xlsx.write(form) },
      { name: 'extended.xlsx', content: await exporters.xlsx.write(extended) },
    ]
    const letters = [{ name: 'form.docx', content: await exporters.docx.write(form) }]
    const saved = [
      ...Array.from(
        convert(workbooks, 'xlsx:Calc MS Excel 2007 XML'),
        ([name, bytes]) => ['xlsx', name, bytes] as const,
      ),
      ...Array.from(convert(letters, 'docx:Office Open XML Text'), ([name, bytes]) => ['docx', name, bytes] as const),
    ]
    for (const [kind, name, bytes] of saved) {
      const rows = formTable(importers[kind].read(bytes)).rows
      expect([name, rows.map(({ id }) => id)]).toEqual([name, said.map((_, n) => momentId(n))])
      expect([name, rows.every(({ stamp }) => stamp.length >= 25)]).toEqual([name, true])
      const { changes, conflicts, untaken } = planOf(kind, bytes)
      expect([name, changes, conflicts, untaken]).toEqual([name, [], [], []])
    }
  })

  it('that openpyxl has sorted, edited and added to comes back with just that', async () => {
    const path = fileFor(await exporters.xlsx.write(exportInput(board)), 'form.xlsx')
    python(
      `import openpyxl, sys
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
rows.reverse()
rows[0][3] = 'magical'
rows[1][4] = rows[1][4] + '\\nA third thing'
rows.append(['A new one', 'with words'])
for at, row in enumerate(rows):
    for column in range(len(rows[0])):
        sheet.cell(at + 2, column + 1).value = row[column] if column < len(row) else None
book.save(sys.argv[1])`,
      path,
    )
    const { changes, conflicts, untaken } = planOf('xlsx', readFileSync(path))
    expect([conflicts, untaken]).toEqual([[], []])
    expect(changes.map(({ column, moment }) => [column, moment])).toEqual([
      ['RANKING', said[6]],
      ['ACTION', said[5]],
      [null, 'A new one'],
    ])
    expect(changes[1]?.changes).toMatchObject([{ kind: 'action', moment: momentId(5), text: 'A third thing' }])
  })
})
