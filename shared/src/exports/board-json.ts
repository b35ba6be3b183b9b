import * as v from 'valibot'
import { boardSteps, type BoardStep } from './board-steps.ts'
import { ordinal, troubleOf } from './board-relations.ts'
import { boardSchema } from './board-schema.ts'
import type { ExportInput, Exporter } from './exporter.ts'
import type { RedactedBoard } from './redact.ts'

export const BOARD_FORMAT = 'momentous-board'
const BOARD_VERSION = boardSteps.length + 1

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

const version = v.pipe(v.number(), v.integer(), v.minValue(1))
const envelope = v.object({ format: v.literal(BOARD_FORMAT), version, board: v.unknown() })

/** Reads a board's file; the reason is a sentence that says what to do, and where it lies. */
export function readBoardJson(text: string, steps: readonly BoardStep[] = boardSteps): BoardReading {
  return readBoardFile(parsed(text), steps)
}

/** The same of a file that was parsed already. A file of an older version is brought up to this one step by step. */
export function readBoardFile(file: unknown, steps: readonly BoardStep[] = boardSteps): BoardReading {
  const opened = v.safeParse(envelope, file)
  if (!opened.success) return no('This file is no Momentous board. Choose a .json file that was saved from a board.')
  const { version, board } = opened.output
  const latest = steps.length + 1
  if (version > latest) {
    return no('This board was saved by a newer Momentous. Update this one, then open the file again.')
  }
  const lifted = steps.slice(version - 1).reduce((older, step) => step(older), board)
  const read = v.safeParse(boardSchema, lifted, { abortEarly: true })
  if (!read.success) return no(`This file was changed or damaged: ${placeOf(read.issues[0])}`)
  // The schema is built from the document's own registry of fields, which the types of a board are read by.
  const found = read.output as RedactedBoard
  const trouble = troubleOf(found)
  return trouble === null ? { ok: true, board: found } : no(`This file was changed or damaged: ${trouble}`)
}

/** "moments, the 12th: “text” can't be read." Our own schemas say why, in a sentence. */
function placeOf(issue: v.BaseIssue<unknown>): string {
  const [root, at, inner] = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))
  const field = typeof at === 'number' ? inner : at
  const list = typeof at === 'number' ? `${root}, the ${ordinal(at + 1)}` : (root ?? 'the board')
  const what = field === undefined ? `${list} can’t be read.` : `${list}: “${field}” can’t be read.`
  return /^[A-Z].*\.$/u.test(issue.message) && !issue.message.startsWith('Invalid') ? `${what} ${issue.message}` : what
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
