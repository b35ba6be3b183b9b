import type { SeatId } from '@momentous/shared/domain/id'
import type { BoardSnapshot } from '@momentous/shared/domain/board-snapshot'
import { comparable } from '@momentous/shared/exports/cell-stamp'
import { importers } from '@momentous/server/imports/importers'
import { exporters } from '@momentous/server/exports/exporters'
import { formTable } from '@momentous/shared/imports/form-table'
import { planMerge } from '@momentous/shared/imports/plan-merge'
import { sheetOf } from '@momentous/shared/exports/sheet'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryBoard } from '../support/arbitrary-board.ts'
import { exportInput } from '../support/board-sample.ts'
import { hostileText } from '../support/hostile-text.ts'
import { seededRandom } from '../support/seeded-random.ts'

const actor = { seat: 'seat-of-facilitator' as SeatId, role: 'facilitator', name: 'Fay', seated: true } as const
const random = seededRandom(5)
/** In Plan everything that the form has may be changed. */
const board = arbitraryBoard(hostileText).map((one): BoardSnapshot => ({
  ...one,
  session: { ...one.session, phase: 'plan' },
}))
const encoded = (written: string | Uint8Array) =>
  typeof written === 'string' ? new TextEncoder().encode(written.toWellFormed()) : written

/** How often each is tried, and on which sheets: a document is slow to write, and Markdown has no place for more columns. */
const tried: Readonly<Record<keyof typeof importers, readonly (readonly ['form' | 'extended', number])[]>> = {
  csv: [
    ['extended', 60],
    ['form', 60],
  ],
  'form-json': [
    ['extended', 60],
    ['form', 20],
  ],
  xlsx: [
    ['form', 30],
    ['extended', 30],
  ],
  docx: [['form', 12]],
  html: [
    ['form', 60],
    ['extended', 60],
  ],
  markdown: [['form', 60]],
}
const ways = (Object.keys(importers) as (keyof typeof importers)[]).flatMap((format) =>
  tried[format].map(([sheet, numRuns]) => [format, sheet, numRuns] as const),
)

describe.each(ways)('the form as %s', (format, sheet, numRuns) => {
  it(`comes back on the ${sheet} sheet with the same rows in the same order, and changes nothing`, async () => {
    await fc.assert(
      fc.asyncProperty(board, async (one) => {
        const input = exportInput(one, { sheet })
        const bytes = encoded(await exporters[format].write(input))
        const table = formTable(importers[format].read(bytes))
        const { headings, rows } = sheetOf(input)
        const said = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''))
        expect(
          table.rows.map((row) => headings.slice(0, 5).map((heading) => comparable(row.cell(heading as never) ?? ''))),
        ).toEqual(said.map((cells) => cells.slice(0, 5).map(comparable)))
        const { changes, conflicts } = planMerge({ board: one, table, actor, random })
        expect({ changes, conflicts }).toEqual({ changes: [], conflicts: [] })
      }),
      { numRuns, seed: 7 },
    )
  })
})
