import type { MomentId } from '../domain/id.ts'

/** One row of a file, before anybody knows what its columns are. */
export interface FileRow {
  readonly cells: readonly string[]
  /** Where it stands, as whoever opens the file counts: from 1. */
  readonly at: number
  /** The moment that the file itself says the row is of, beside the cells. */
  readonly id: MomentId | null
  /** What the row said when it was exported (see cell-stamp.ts); empty when the file doesn't tell. */
  readonly stamp: string
}

/** One format in which the form comes back: bytes in, rows of plain texts out. Throws `Unreadable`. */
export interface Importer {
  readonly id: string
  readonly label: string
  /** Without the dot. */
  readonly extensions: readonly string[]
  readonly mediaTypes: readonly string[]
  readonly read: (bytes: Uint8Array) => readonly FileRow[]
}

export function fileRow(cells: readonly string[], at: number): FileRow {
  return { cells, at, id: null, stamp: '' }
}
