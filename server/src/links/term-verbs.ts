import type { BoardId } from '@momentous/shared/domain/id'
import type { Instant } from '@momentous/shared/domain/session'
import type { Entry } from '../storage/storage.ts'
import type { Door } from './door.ts'
import { hashPassphrase } from './passphrase.ts'
import { isDue, withRetention, type Retention } from './retention.ts'

/** What a board asks for at its door, and when it goes by itself. */
export interface TermVerbs {
  /** Null asks for nothing any more. */
  setPassphrase(board: BoardId, passphrase: string | null): Promise<void>
  setRetention(board: BoardId, retention: Retention, now: Instant): Promise<void>
  /** Somebody is there: the days without anybody begin anew. */
  noteSeen(board: BoardId, now: Instant): Promise<void>
  /** Deletes the board if its day has still come; answers whether it did. */
  deleteIfDue(board: BoardId, now: Instant): Promise<boolean>
}

export function termVerbs(door: Door): TermVerbs {
  return {
    async setPassphrase(board, passphrase) {
      const kept = passphrase === null ? null : await hashPassphrase(passphrase)
      return door.change(board, ({ record }) => changed({ ...record, passphrase: kept }))
    },
    setRetention: (board, retention, now) =>
      door.change(board, ({ record }) => changed(withRetention(record, retention, now))),
    noteSeen: (board, now) =>
      door.change(board, ({ record }) =>
        record.idleDays === null ? { entries: [], result: undefined } : changed({ ...record, seenAt: Math.floor(now) }),
      ),
    deleteIfDue: (board, now) =>
      door.change(board, ({ record }) => {
        const due = isDue(record, now)
        return { entries: due ? [{ kind: 'board-deleted' }] : [], result: due }
      }),
  }
}

function changed(record: Extract<Entry, { kind: 'board-changed' }>['record']) {
  const entry: Entry = { kind: 'board-changed', record }
  return { entries: [entry], result: undefined }
}
