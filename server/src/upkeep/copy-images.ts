import type { BoardId } from '@momentous/shared/domain/id'
import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { readableRows } from './readable-rows.ts'

/** The images of a board that can be read and are what their name says; a lost one shows as an image that isn't here. */
export function copyImages(next: DatabaseSync, db: DatabaseSync, id: BoardId): void {
  const put = next.prepare('insert or ignore into image (board, hash, bytes) values (?, ?, ?)')
  const { rows } = readableRows(db, 'select hash, bytes from image where board = ?', 'hash', id)
  for (const { hash, bytes } of rows) {
    if (typeof hash !== 'string' || !(bytes instanceof Uint8Array)) continue
    if (createHash('sha256').update(bytes).digest('hex') === hash) put.run(id, hash, bytes)
  }
}
