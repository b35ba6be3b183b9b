import { openBoard, type Board } from '../board/board.ts'
import type { RecordRoot } from '../board/records.ts'
import { DOCUMENT_VERSION } from '../board/session-fields.ts'
import { setSession } from '../board/session.ts'
import { createRecord } from '../board/write.ts'
import type { MomentId } from '../domain/id.ts'
import type { Moment } from '../domain/moment.ts'
import type { RedactedBoard } from '../exports/redact.ts'
import type * as Y from 'yjs'

/**
 * Fills an empty document with the board of a file, ids and all, in one transaction. A file knows nobody's seat: owners
 * are names, nobody has agreed yet, and nothing that was written has an author. What was running has stopped: a timer, and a
 * step that could still be taken back.
 */
export function writeBoard(doc: Y.Doc, file: RedactedBoard): void {
  const board = openBoard(doc)
  const below = new Map(file.moments.map(({ id, stackedOn }) => [id, stackedOn]))
  doc.transact(() => {
    setSession(board, { ...file.session, version: DOCUMENT_VERSION, timer: null, closing: null })
    for (const moment of file.moments) {
      write(board, 'moments', { ...moment, stackedOn: standsOn(moment, below) ? moment.stackedOn : null })
    }
    for (const root of plainRoots) {
      for (const record of file[root]) write(board, root, { ...record })
    }
    for (const action of file.actions) {
      const owner = action.owner === null ? null : { seat: null, name: action.owner }
      write(board, 'actions', { ...action, owner, agreed: [] })
    }
  })
}

export const STACKS_DEEP = 20

/** A stack lies on a moment that is there, in the end: otherwise its moments would be nowhere. */
export function standsOn({ id, stackedOn }: Moment, below: ReadonlyMap<MomentId, MomentId | null>): boolean {
  let next = stackedOn
  for (let depth = 0; next !== null; next = below.get(next) ?? null) {
    if (++depth > STACKS_DEEP || next === id || !below.has(next)) return false
  }
  return true
}

const plainRoots = [
  'ink',
  'assessments',
  'grades',
  'ideas',
  'builds',
  'concerns',
  'rungs',
  'shapes',
  'stages',
] as const satisfies readonly RecordRoot[]

function write(board: Board, root: RecordRoot, record: Readonly<Record<string, unknown>>): void {
  const key = record['id'] ?? record['moment']
  createRecord(board[root], root, String(key), record)
}
