import type { BoardId } from '@momentous/shared/domain/id'
import { StorageFault } from './storage-fault.ts'

/** SQLite's primary result codes that we tell apart. */
const BUSY = 5
const LOCKED = 6
const READONLY = 8
const IOERR = 10
const CORRUPT = 11
const FULL = 13
const CANTOPEN = 14
const NOTADB = 26

/** SQLite's primary result code; null for an error that isn't SQLite's. */
function resultOf(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null
  return error.errcode & 0xff
}

const isOneOf = (error: unknown, ...results: readonly number[]): boolean => results.includes(resultOf(error) ?? -1)

/** True when another connection is in the way. */
export const isBusy = (error: unknown): boolean => isOneOf(error, BUSY, LOCKED)

/** True when the disk or the file as a whole refuses: the next commit would fare no better. */
export const isOfTheDisk = (error: unknown): boolean =>
  isOneOf(error, BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN, NOTADB)

/** Why a file can't be opened, in words for whoever runs the server. */
export function openingFault(error: unknown): StorageFault {
  if (error instanceof StorageFault) return error
  const detail = error instanceof Error ? error.message : String(error)
  if (isOneOf(error, CORRUPT, NOTADB)) return new StorageFault('unreadable', null, detail)
  if (isOneOf(error, FULL)) return new StorageFault('full', null, detail)
  if (isOneOf(error, READONLY, CANTOPEN) || hasFileCode(error)) return new StorageFault('unwritable', null, detail)
  return new StorageFault('down', null, detail)
}

/** What a read failed of: the board's own bytes, or the disk, which may be well again in a moment. */
export function readingFault(error: unknown, board: BoardId | null): StorageFault {
  if (error instanceof StorageFault) return error
  return new StorageFault(
    isOfTheDisk(error) && !isOneOf(error, NOTADB) ? 'down' : 'damaged-board',
    board,
    String(error),
  )
}

function hasFileCode(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false
  return ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(String(error.code))
}
