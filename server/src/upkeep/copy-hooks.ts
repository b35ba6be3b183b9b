import type { DatabaseSync } from 'node:sqlite'
import { versionOf } from '../storage/sqlite-schema.ts'
import { readableRows } from './readable-rows.ts'

/**
 * Whom the boards of `next` tell, as the folder knows it: no backup has it. What waits to be delivered goes along only where
 * the boards are those that it is told of.
 */
export function copyHooks(next: DatabaseSync, db: DatabaseSync, what: 'hooks' | 'deliveries too'): void {
  if (versionOf(db) === 'older') return
  const of = 'select ?, ?, ?, ? from board where id = ?'
  const put = next.prepare(`insert or ignore into hook (board, url, secret, since) ${of}`)
  for (const { board, url, secret, since } of readableRows(db, 'select * from hook', 'board').rows) {
    put.run(String(board), String(url), String(secret), Number(since), String(board))
  }
  if (what === 'hooks') return
  const names = ['board', 'id', 'event', 'at', 'state', 'tries', 'next_at', 'last_at', 'trouble', 'body'] as const
  const add = next.prepare(
    `insert or ignore into delivery (${names.join()}) select ${names.map(() => '?').join()} from hook where board = ?`,
  )
  for (const row of readableRows(db, 'select * from delivery', 'id').rows) {
    add.run(...names.map((name) => asValue(row[name])), asValue(row['board']))
  }
}

function asValue(value: unknown): string | number | Uint8Array | null {
  return typeof value === 'string' || typeof value === 'number' || value instanceof Uint8Array ? value : null
}
