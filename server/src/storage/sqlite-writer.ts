import { DatabaseSync } from 'node:sqlite'
import { oneByOne, type Commit, type CommitResult } from './commit-queue.ts'
import { entryWriter } from './sqlite-entries.ts'
import { migrate } from './sqlite-schema.ts'

export interface SqliteWriter {
  keep(batch: readonly Commit[]): readonly CommitResult[]
  /** Empties the journal file when deleted secrets may still lie in it; false while a reader is in the way. */
  scrub(): boolean
  close(): void
}

/** Entries after which old bytes must not linger in the write-ahead log (rules.md, edge 5). */
const secretive = new Set(['vault-put', 'vault-deleted', 'board-deleted'])

/** The one connection that writes; lives in its own thread, because `node:sqlite` waits for the disk. */
export function sqliteWriter(path: string): SqliteWriter {
  const db = new DatabaseSync(path, { timeout: 5000 })
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on')
  migrate(db)
  // The last process may have been killed before it could empty the journal.
  db.exec('pragma wal_checkpoint(truncate)')
  const write = entryWriter(db)
  const begin = db.prepare('begin immediate')
  const commit = db.prepare('commit')
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

  return {
    keep(batch) {
      traces ||= batch.some(({ entries }) => entries.some(({ kind }) => secretive.has(kind)))
      try {
        return inTransaction(() => batch.map((one) => ({ head: write(one) })))
      } catch {
        return oneByOne(batch, (one) => inTransaction(() => write(one)))
      }
    },
    scrub() {
      if (!traces) return true
      traces = db.prepare('pragma wal_checkpoint(truncate)').get()?.['busy'] !== 0
      return !traces
    },
    close: () => db.close(),
  }
}
