import type { BoardId } from '@momentous/shared/domain/id'
import type { Instant } from '@momentous/shared/domain/session'
import type { ExportInput } from '@momentous/shared/exports/exporter'
import { longDay } from '@momentous/shared/exports/long-day'
import type { RedactedBoard } from '@momentous/shared/exports/redact'
import { planningForm } from '@momentous/shared/priorities/planning-form'
import * as v from 'valibot'

const oneOf = <Choice extends string>(name: string, ...choices: readonly [Choice, ...Choice[]]) =>
  v.optional(v.picklist(choices, `“${name}” is ${choices.join(' or ')}.`), choices[0])

/** What somebody may ask of a file, in an address and on the command line. */
export const wishEntries = {
  order: oneOf('order', 'timeline', 'shortlist'),
  rows: oneOf('rows', 'priorities', 'all'),
  sheet: oneOf('sheet', 'form', 'extended'),
  prompts: oneOf('prompts', 'without', 'with'),
  bom: oneOf('bom', 'without', 'with'),
  date: v.optional(v.pipe(v.string(), v.isoDate('“date” is a day, written as 2026-12-04.'))),
  people: v.optional(v.pipe(v.string(), v.regex(/^\d{1,4}$/, '“people” is a number.'), v.transform(Number))),
}
export const wishes = v.object(wishEntries)
export type Wishes = v.InferOutput<typeof wishes>

/** What a file is written from, for these wishes. */
export function wishedInput(id: BoardId, board: RedactedBoard, asked: Wishes, now: Instant): ExportInput {
  const { order, rows, prompts, sheet, bom, people = null } = asked
  const date = asked.date === undefined ? null : longDay(asked.date)
  return {
    id,
    board,
    form: planningForm(board, { order, rows, prompts: prompts === 'with' }),
    options: { sheet, bom: bom === 'with', now, date, people },
  }
}
