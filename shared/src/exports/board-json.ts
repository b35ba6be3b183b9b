import * as v from 'valibot'
import { boardSchema } from './board-schema.ts'
import type { ExportInput, Exporter } from './exporter.ts'
import type { RedactedBoard } from './redact.ts'

export const BOARD_FORMAT = 'momentous-board'
const BOARD_VERSION = 1

/** The whole board: what `readBoardJson` takes back without loss. */
export const boardJson = {
  id: 'board-json',
  label: 'The whole board',
  of: 'board',
  mediaType: 'application/json; charset=utf-8',
  extension: 'json',
  write: ({ board }: ExportInput) => writeBoardJson(board),
} as const satisfies Exporter

export function writeBoardJson(board: RedactedBoard): string {
  return `${JSON.stringify({ format: BOARD_FORMAT, version: BOARD_VERSION, board }, wellFormed, 2)}\n`
}

function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value
}

export type BoardReading =
  | { readonly ok: true; readonly board: RedactedBoard }
  | { readonly ok: false; readonly reason: string }

const envelope = v.object({ format: v.literal(BOARD_FORMAT), version: v.number(), board: v.unknown() })

/** Reads a board's file; the reason is a sentence that says what to do. */
export function readBoardJson(text: string): BoardReading {
  const opened = v.safeParse(envelope, parsed(text))
  if (!opened.success) return no('This file is no Momentous board. Choose a .json file that was saved from a board.')
  if (opened.output.version !== BOARD_VERSION) {
    return no('This board was saved by a newer Momentous. Update this one, then open the file again.')
  }
  const read = v.safeParse(boardSchema, opened.output.board)
  // The schema is built from the document's own registry of fields, which the types of a board are read by.
  if (read.success) return { ok: true, board: read.output as RedactedBoard }
  return no(`This file was changed or damaged: ${v.getDotPath(read.issues[0]) ?? 'the board'} can’t be read.`)
}

function parsed(text: string): unknown {
  try {
    // An editor may have put a byte order mark before it.
    return JSON.parse(text.replace(/^\ufeff/u, ''))
  } catch {
    return undefined
  }
}

function no(reason: string): BoardReading {
  return { ok: false, reason }
}
