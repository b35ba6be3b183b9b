import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, StatementSync } from 'node:sqlite'
import { copyLivingFile, copyLivingFolder } from './living-files.ts'

/** The files of a folder as a kill between two steps would have left them. */
export interface LeftBehind {
  readonly folder: string
  /** What had been acknowledged by then. */
  readonly acknowledged: number
  /** The step after which it was, in words. */
  readonly step: string
}

/** A copy of a data folder as a kill would leave it now, while another thread may be writing. */
export function leftNow(home: string, into: string): void {
  // The journal first: a database that is newer than its journal is the same once that is read again, an older one lacks something.
  copyLivingFile(join(home, 'momentous.db-wal'), join(into, 'momentous.db-wal'))
  copyLivingFolder(home, into, (name) => !/-(wal|shm)$|lock\.db$/.test(name))
}

/** Takes a copy of the files after every step that is noted. */
export function stepRecorder(home: string, into: string) {
  const left: LeftBehind[] = []
  let acknowledged = 0
  return {
    left,
    acknowledge: () => void acknowledged++,
    note(step: string) {
      const folder = join(into, String(left.length))
      mkdirSync(folder)
      copyLivingFolder(home, folder, (name) => !name.endsWith('-shm'))
      left.push({ folder, acknowledged, step })
    },
  }
}

/** Calls `note` after every statement that this thread runs; answers how to end that. */
export function watchStatements(note: (sql: string) => void): () => void {
  const { run } = StatementSync.prototype
  const { exec } = DatabaseSync.prototype
  StatementSync.prototype.run = function (this: StatementSync, ...values: Parameters<typeof run>) {
    const result = run.apply(this, values)
    note(this.sourceSQL)
    return result
  } as typeof run
  DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string) {
    exec.call(this, sql)
    note(sql)
  }
  return () => {
    StatementSync.prototype.run = run
    DatabaseSync.prototype.exec = exec
  }
}
