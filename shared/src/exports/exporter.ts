import type { BoardId } from '../domain/id.ts'
import type { PlanningForm } from '../domain/planning-row.ts'
import type { Instant } from '../domain/session.ts'
import type { RedactedBoard } from './redact.ts'

export interface ExportOptions {
  /** The five printed columns, or those and everything that they lack. */
  readonly sheet: 'form' | 'extended'
  /** A byte order mark, by which spreadsheets know the text for UTF-8. */
  readonly bom: boolean
  /** The time of the export. */
  readonly now: Instant
  /** The day of the session in the team's own words, for a printed heading. */
  readonly date: string | null
  /** How many people took part, if that shall be printed. */
  readonly people: number | null
  /** The file of the firm's picture, for the formats that show it. */
  readonly logo?: Uint8Array | null
}

export interface ExportInput {
  readonly id: BoardId
  readonly form: PlanningForm
  readonly board: RedactedBoard
  readonly options: ExportOptions
}

/** One way for the form, the board or the next session to leave the board as a file. */
export interface Exporter {
  readonly id: string
  readonly label: string
  readonly of: 'form' | 'board' | 'next-session' | 'actions'
  /** The first part of the file's name, where `of` is not enough: `actions-trello.csv`. */
  readonly stem?: string
  readonly mediaType: string
  /** Without the dot. */
  readonly extension: string
  /** A sentence when the board has nothing for this file yet. */
  readonly lacks?: (input: ExportInput) => string | null
  readonly write: (input: ExportInput) => string | Uint8Array | Promise<string | Uint8Array>
}
