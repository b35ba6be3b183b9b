import { exporters } from '@momentous/server/exports/exporters'
import { importers } from '@momentous/server/imports/importers'
import { openBoard } from '@momentous/shared/board/board'
import { snapshot } from '@momentous/shared/board/read'
import { viewOf } from '@momentous/shared/board/view'
import { textEdit } from '@momentous/shared/commands/edit-text'
import type { BoardSnapshot } from '@momentous/shared/domain/board-snapshot'
import { comparable } from '@momentous/shared/exports/cell-stamp'
import { readBoardJson, writeBoardJson } from '@momentous/shared/exports/board-json'
import { csv } from '@momentous/shared/exports/csv'
import type { ExportInput } from '@momentous/shared/exports/exporter'
import { redact } from '@momentous/shared/exports/redact'
import { sheetOf } from '@momentous/shared/exports/sheet'
import { inPieces } from '@momentous/shared/imports/change-pieces'
import { takenBack, type FormChange } from '@momentous/shared/imports/form-change'
import { formTable } from '@momentous/shared/imports/form-table'
import { resolved } from '@momentous/shared/imports/plan'
import { planMerge } from '@momentous/shared/imports/plan-merge'
import { csvImporter } from '@momentous/shared/imports/read-csv'
import { judgeChanges } from '@momentous/shared/imports/judge-changes'
import { writeBoard } from '@momentous/shared/imports/write-board'
import { writeChanges } from '@momentous/shared/imports/write-changes'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { arbitraryBoard } from '../support/arbitrary-board.ts'
import { exportInput, momentId, sampleBoard, sampleMoment } from '../support/board-sample.ts'
import { hostileText } from '../support/hostile-text.ts'
import { actorOf } from '../support/live-board.ts'
import { seededRandom } from '../support/seeded-random.ts'

const actor = actorOf('facilitator')
const random = seededRandom(3)

function living(board: BoardSnapshot) {
  const doc = new Y.Doc()
  const read = readBoardJson(
    writeBoardJson(redact({ ...board, session: { ...board.session, phase: 'plan' } }, 'facilitator')),
  )
  if (!read.ok) throw new Error(read.reason)
  writeBoard(doc, read.board)
  return openBoard(doc)
}

function merge(board: ReturnType<typeof living>, changes: readonly FormChange[]): void {
  for (const piece of inPieces(changes)) {
    expect(judgeChanges(viewOf(board), actor, piece)).toEqual({ allowed: true })
    board.doc.transact(() => writeChanges(board, piece, random))
  }
}

/** Who writes what where, on either side, after the export. */
const edits = fc.array(
  fc.record({
    side: fc.constantFrom('file' as const, 'board' as const),
    row: fc.nat(),
    column: fc.constantFrom(0, 1, 2, 4),
    words: fc.string({ unit: fc.constantFrom(...'abc dé\n'), maxLength: 12 }),
  }),
  { maxLength: 12 },
)

const cellsOf = (input: ExportInput) => sheetOf(input).rows.flatMap((cells) => cells.slice(0, 5).map(said))

const said = (text: string) => comparable(text.replaceAll(/\s+/gu, ' '))

function editBoard(
  board: ReturnType<typeof living>,
  ids: readonly string[],
  row: number,
  column: number,
  words: string,
) {
  const id = ids[row % ids.length] ?? ''
  if (column === 4) {
    const action = [...board.actions].find(([, raw]) => raw.get('moment') === id && raw.get('removed') !== true)
    const text = action?.[1].get('text')
    if (text instanceof Y.Text) retype(text, words.replaceAll('\n', ' '))
    return
  }
  const text =
    column === 0
      ? board.moments.get(id)?.get('text')
      : board.assessments.get(id)?.get(column === 1 ? 'description' : 'issue')
  if (text instanceof Y.Text) retype(text, words)
}

function retype(text: Y.Text, words: string): void {
  const { index, remove, insert } = textEdit(text.toString(), words)
  text.delete(index, remove)
  text.insert(index, insert)
}

describe('an edited form and a board that went on', () => {
  it('lose nothing of each other: every word of the file is on the board, or somebody is asked', () => {
    fc.assert(
      fc.property(
        arbitraryBoard(hostileText),
        edits,
        fc.constantFrom('form' as const, 'extended' as const),
        (one, both, sheet) => {
          const board = living(one)
          const input = exportInput(snapshot(board), { sheet })
          const rows = csvImporter
            .read(new TextEncoder().encode(csv.write(input)))
            .map((row) => ({ ...row, cells: [...row.cells] }))
          const { marks } = sheetOf(input)
          fc.pre(marks.length > 0)
          const ids = marks.map(({ id }) => id)
          for (const { side, row, column, words } of both) {
            if (side === 'board') board.doc.transact(() => editBoard(board, ids, row, column, words))
            else {
              const cells = rows[1 + (row % ids.length)]?.cells
              if (cells !== undefined) cells[column] = words
            }
          }
          const exported = cellsOf(input)
          const typed = cellsOf(exportInput(snapshot(board), { sheet })).filter((cell) => !exported.includes(cell))
          const plan = planMerge({ board: snapshot(board), table: formTable(rows), actor, random })
          merge(
            board,
            resolved(plan, () => 'board'),
          )
          const after = cellsOf(exportInput(snapshot(board), { sheet: 'extended' })).join(' ')
          for (const words of typed) expect(after).toContain(words)
          const asked = [...plan.conflicts, ...plan.untaken, ...plan.missing.map(({ moment }) => ({ file: moment }))]
            .map(({ file }) => said(file))
            .join(' ')
          const edited = both
            .filter(({ side }) => side === 'file')
            .map(({ row, column }) => rows[1 + (row % ids.length)]?.cells[column] ?? '')
          for (const words of edited.flatMap((cell) => cell.split('\n')).map(said)) {
            expect(after.includes(words) || asked.includes(words), JSON.stringify(words)).toBe(true)
          }
        },
      ),
      { seed: 17, numRuns: 120 },
    )
  })

  it('are taken back as they were, when everything of the file was taken', () => {
    fc.assert(
      fc.property(arbitraryBoard(hostileText), edits, (one, both) => {
        const board = living(one)
        const input = exportInput(snapshot(board), { sheet: 'extended' })
        const rows = csvImporter
          .read(new TextEncoder().encode(csv.write(input)))
          .map((row) => ({ ...row, cells: [...row.cells] }))
        fc.pre(rows.length > 1)
        for (const { row, column, words } of both) {
          const cells = rows[1 + (row % (rows.length - 1))]?.cells
          // A note that had no words keeps those that it was given: none may be left without.
          if (cells !== undefined && (column !== 0 || cells[0] !== '')) cells[column] = words
        }
        const before = sheetOf(input)
        const plan = planMerge({ board: snapshot(board), table: formTable(rows), actor, random })
        const changes = resolved(plan, () => 'file')
        merge(board, changes)
        const again = planMerge({ board: snapshot(board), table: formTable(rows), actor, random })
        expect(again.changes).toEqual([])
        merge(board, changes.flatMap(takenBack).toReversed())
        expect(sheetOf(exportInput(snapshot(board), { sheet: 'extended' }))).toEqual(before)
      }),
      { seed: 19, numRuns: 80 },
    )
  })

  it('in a document or a workbook are told apart cell by cell, by what stands there out of sight', async () => {
    const board = living(sampleBoard({ moments: [sampleMoment(1), sampleMoment(2), sampleMoment(3)] }))
    const input = exportInput(snapshot(board))
    const [docx, xlsx] = [await exporters.docx.write(input), await exporters.xlsx.write(input)]
    board.doc.transact(() => {
      editBoard(board, [momentId(1)], 0, 0, 'On the board')
      editBoard(board, [momentId(2)], 0, 0, 'On the board, too')
    })
    for (const rows of [importers.docx.read(docx), importers.xlsx.read(xlsx)]) {
      const edited = rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => cell.replace(/^Moment ([23])$/u, 'Out of the file $1')),
      }))
      const plan = planMerge({ board: snapshot(board), table: formTable(edited), actor, random })
      expect(plan.changes.map(({ file }) => file)).toEqual(['Out of the file 3'])
      expect(plan.conflicts.map(({ board: now, file }) => [now, file])).toEqual([
        ['On the board, too', 'Out of the file 2'],
      ])
    }
  })
})
