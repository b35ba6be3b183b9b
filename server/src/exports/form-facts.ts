import { isId, type MomentId } from '@momentous/shared/domain/id'
import { FORM_NAME } from '@momentous/shared/domain/planning-row'
import type { ExportInput } from '@momentous/shared/exports/exporter'
import { sessionDay } from '@momentous/shared/exports/long-day'
import { plainText } from '@momentous/shared/exports/plain-text'
import type { MomentDetails } from '@momentous/shared/exports/sheet-details'
import { logoIn, type Logo } from '@momentous/shared/exports/logo'

/** How the printed form shares the width out among its five columns. */
export const COLUMN_SHARES = [0.18, 0.2, 0.24, 0.11, 0.27] as const
/** Under the form each moment's further facts: their names and what they are. */
export const DETAIL_SHARES = [0.2, 0.8] as const

/** The words around the table. */
export interface FormFacts {
  /** Never empty: a document without a name is hard to find again. */
  readonly title: string
  readonly why: string
  /** The day and the number of people, as far as they are known. */
  readonly session: string
  readonly next: string
  /** Whose form it is, when somebody said so. */
  readonly firm: string
  readonly logo: Logo | null
  /** For who listens: what each table is, in the order in which they stand. */
  readonly tables: readonly TableWords[]
}

export interface TableWords {
  readonly caption: string
  readonly description: string
}

/** A row that is of no moment yet is there to be written on by hand. */
export const isByHand = (id: MomentId | undefined): boolean => !isId(id)

export function formFacts(input: ExportInput, details: readonly MomentDetails[]): FormFacts {
  const { form, board, options } = input
  const title = oneLine(form.title)
  const people = options.people === null ? null : `${options.people} ${options.people === 1 ? 'person' : 'people'}`
  const next = form.nextSession
  return {
    title: title || 'Planning form',
    why: plainText(form.why).trim(),
    session: [options.date, people].filter((part) => part !== null).join(', '),
    next: next === null ? '' : `Next session: ${sessionDay(next.date)}, ${next.time}`,
    firm: plainText(board.session.firm).trim(),
    logo: logoIn(options.logo),
    tables: [
      { caption: FORM_NAME, description: 'One row for each moment of truth, its moment in the first column.' },
      ...details.flatMap(({ moment, actions }) => [
        {
          caption: oneLine(moment),
          description: 'What else is known of this moment: a name and what it is, row by row.',
        },
        ...(actions === null
          ? []
          : [{ caption: `${oneLine(moment)}: actions`, description: 'One row for each action of this moment.' }]),
      ]),
    ],
  }
}

const oneLine = (text: string) => plainText(text).replace(/\s+/gu, ' ').trim()
