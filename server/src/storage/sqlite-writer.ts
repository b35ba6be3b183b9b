import { statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { oneByOne, type Commit, type CommitResult } from './commit-queue.ts'
import { entryWriter } from './sqlite-entries.ts'
import { isOfTheDisk, openingFault } from './sqlite-fault.ts'
import { migrate } from './sqlite-schema.ts'
import { faultFacts } from './storage-fault.ts'
import type { Entry } from './storage.ts'

export interface SqliteWriter {
  keep(batch: readonly Commit[]): readonly CommitResult[]
  /** Empties the journal file when deleted secrets may still lie in it; false while a reader is in the way. */
  scrub(): boolean
  close(): void
}

/** Entries after which old bytes must not linger in the write-ahead log (rules.md, edge 5). */
const secretive = new Set<Entry['kind']>([
  ...(['vault-put', 'vault-deleted', 'board-deleted'] as const),
  ...(['hook', 'hook-dropped', 'delivery-changed'] as const),
])
const isSecretive = (entry: Entry): boolean =>
  secretive.has(entry.kind) || (entry.kind === 'snapshot' && entry.alone === true)

/** How long a commit waits for another process that holds the file, in milliseconds; then people are told. */
const BUSY_TIMEOUT = 1000

/** The one connection that writes; lives in its own thread, because `node:sqlite` waits for the disk. */
export function sqliteWriter(path: string): SqliteWriter {
  const db = opened(path)
  const write = entryWriter(db)
  const begin = db.prepare('begin immediate')
  const commit = db.prepare('commit')
  const isThere = sameFile(path)
  let traces = false

  function inTransaction<Result>(work: () => Result): Result {
    begin.run()
    try {
      const result = work()
      commit.run()
      return result
    } catch (error) {
      // A full disk may have rolled back already.
      if (db.isTransaction) db.exec('rollback')
      throw error
    }
  }

  function keep(batch: readonly Commit[]): readonly CommitResult[] {
    if (!isThere()) {
      const detail = 'The database file was moved or deleted while the server runs.'
      return batch.map(({ board }) => ({ fault: { kind: 'not-saved', board, detail } }))
    }
    try {
      return inTransaction(() => batch.map((one) => ({ head: write(one) })))
    } catch (error) {
      // Tried one by one, each would wait for the same disk.
      if (isOfTheDisk(error)) return batch.map(({ board }) => ({ fault: faultFacts(error, board, 'not-saved') }))
      return oneByOne(batch, (one) => inTransaction(() => write(one)))
    }
  }

  function scrub(): boolean {
    if (!traces) return true
    traces = !emptyJournal(db)
    return !traces
  }

  return {
    keep(batch) {
      const all = batch.flatMap(({ entries }) => entries)
      traces ||= all.some(isSecretive)
      const results = keep(batch)
      // A deleted board is gone from the disk when its deletion is told.
      if (all.some(({ kind }) => kind === 'board-deleted')) scrub()
      return results
    },
    scrub,
    close: () => db.close(),
  }
}

/** Is the file still the one that it was? What is written into one that was deleted goes with the process. */
function sameFile(path: string): () => boolean {
  const inode = (): number | undefined => statSync(path, { throwIfNoEntry: false })?.ino
  const first = inode()
  return () => inode() === first
}

function opened(path: string): DatabaseSync {
  let db: DatabaseSync | null = null
  try {
    db = new DatabaseSync(path, { timeout: BUSY_TIMEOUT })
    db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on')
    migrate(db)
    // The last process may have been killed before it could empty the journal.
    emptyJournal(db)
    return db
  } catch (error) {
    db?.close()
    throw openingFault(error)
  }
}

/** False when a reader is in the way; waiting for it would hold up every commit. */
function emptyJournal(db: DatabaseSync): boolean {
  db.exec('pragma busy_timeout = 0')
  try {
    return db.prepare('pragma wal_checkpoint(truncate)').get()?.['busy'] === 0
  } catch (error) {
    if (isOfTheDisk(error)) return false
    throw error
  } finally {
    db.exec(`pragma busy_timeout = ${BUSY_TIMEOUT}`)
  }
}
