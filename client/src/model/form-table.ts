import { guardFormula } from '@momentous/shared/exports/csv'
import { htmlCell } from '@momentous/shared/exports/html-cell'
import { listedActions } from '@momentous/shared/exports/listed-actions'
import { sheetOf, type Sheet } from '@momentous/shared/exports/sheet'
import { xmlText } from '@momentous/shared/exports/xml-text'
import { fileWords } from '../words/files.ts'
import type { BoardStore } from './board-store.ts'
import { formFormats, type FormFormat, type FormWishes } from './form-formats.ts'
import { exportInput } from './form-input.ts'

/** The rows that a file would have; null for the whole board, which is no table. */
export function tableOf(store: BoardStore, format: FormFormat, wishes: FormWishes): Sheet | null {
  const { of } = formFormats[format]
  if (of === 'board') return null
  const input = exportInput(store, wishes)
  if (of === 'form') return sheetOf(input)
  const actions = listedActions(input).filter(({ due }) => due !== null || format !== 'actions-calendar')
  return {
    headings: fileWords.actionColumns,
    rows: actions.map(({ name, due, moment }) => [name, due ?? '', moment]),
  }
}

export interface CopiedTable {
  readonly html: string
  readonly plain: string
}

const EDGE = 'border:1px solid #b9ae9c;padding:4px 8px;text-align:start;vertical-align:top;white-space:pre-wrap'

/**
 * A table for the clipboard: with lines and a heading for letters and documents, and as cells for spreadsheets. There
 * words that look like a formula are marked as text, in the way that each of the two kinds has.
 */
export function copiedTable({ headings, rows }: Sheet): CopiedTable {
  const head = headings.map((text) => `<th style="${EDGE};background:#efe9de">${xmlText(text)}</th>`)
  const body = rows.map((cells) => `<tr>${cells.map((text) => htmlCell(text, 'dir="auto"', EDGE)).join('')}</tr>`)
  return {
    html: [
      '<meta charset="utf-8"><table style="border-collapse:collapse">',
      `<thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`,
    ].join(''),
    plain: [headings, ...rows].map((cells) => cells.map(plainCell).join('\t')).join('\n'),
  }
}

function plainCell(text: string): string {
  const safe = guardFormula(text)
  return /["\t\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
