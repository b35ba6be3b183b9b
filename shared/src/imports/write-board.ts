import { openBoard } from '../board/board.ts'
import { DOCUMENT_VERSION } from '../board/session-fields.ts'
import { setSession } from '../board/session.ts'
import type { MomentId } from '../domain/id.ts'
import type { Moment } from '../domain/moment.ts'
import type { RedactedBoard } from '../exports/redact.ts'
import type * as Y from 'yjs'
import { ofNobodyHere, plainRoots, writeRecord } from './write-record.ts'

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
      writeRecord(board, 'moments', { ...moment, stackedOn: standsOn(moment, below) ? moment.stackedOn : null })
    }
    for (const root of [...plainRoots, 'stages'] as const) {
      for (const record of file[root]) writeRecord(board, root, { ...record })
    }
    for (const action of file.actions) writeRecord(board, 'actions', ofNobodyHere(action))
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
