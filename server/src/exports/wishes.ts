import type { BoardId } from '@momentous/shared/domain/id'
import type { Instant } from '@momentous/shared/domain/session'
import type { Exporter, ExportInput } from '@momentous/shared/exports/exporter'
import { isDay } from '@momentous/shared/exports/listed-actions'
import { longDay } from '@momentous/shared/exports/long-day'
import type { RedactedBoard } from '@momentous/shared/exports/redact'
import { blankExtensions, blankForm } from '@momentous/shared/priorities/blank-form'
import { planningForm } from '@momentous/shared/priorities/planning-form'
import * as v from 'valibot'

const oneOf = <Choice extends string>(name: string, ...choices: readonly [Choice, ...Choice[]]) =>
  v.optional(v.picklist(choices, `“${name}” is ${choices.join(' or ')}.`), choices[0])

/** What somebody may ask of a file, in an address and on the command line. */
export const wishEntries = {
  order: oneOf('order', 'timeline', 'shortlist'),
  rows: oneOf('rows', 'priorities', 'all', 'blank'),
  sheet: oneOf('sheet', 'form', 'extended'),
  prompts: oneOf('prompts', 'without', 'with'),
  bom: oneOf('bom', 'without', 'with'),
  date: v.optional(v.pipe(v.string(), v.check(isDay, '“date” is a day, written as 2026-12-04.'))),
  people: v.optional(v.pipe(v.string(), v.regex(/^\d{1,4}$/, '“people” is a number.'), v.transform(Number))),
}
export const wishes = v.object(wishEntries)
export type Wishes = v.InferOutput<typeof wishes>

/** What a printer makes something of: nobody fills in a blank table of a program by hand. */
export function isForPaper({ of, extension }: Exporter): boolean {
  return of === 'form' && blankExtensions.includes(extension)
}
export const BLANK_ELSEWHERE =
  'The blank form is for paper. Ask for form.docx, form.pdf, form.xlsx, form.html or form.md.'

/** What a file is written from, for these wishes; the logo is the firm's picture, where there is one. */
export function wishedInput(
  id: BoardId,
  board: RedactedBoard,
  asked: Wishes,
  now: Instant,
  logo: Uint8Array | null = null,
): ExportInput {
  const { order, rows, prompts, bom, people = null } = asked
  const date = asked.date === undefined ? null : longDay(asked.date)
  const isBlank = rows === 'blank'
  return {
    id,
    board,
    form: isBlank ? blankForm(board.session) : planningForm(board, { order, rows, prompts: prompts === 'with' }),
    options: { sheet: isBlank ? 'form' : asked.sheet, bom: bom === 'with', now, date, people, logo },
  }
}
