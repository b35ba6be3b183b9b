import { existsSync, renameSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { databaseIn } from '../storage/folder-names.ts'
import { migrate } from '../storage/sqlite-schema.ts'
import { copyTables } from './copy-tables.ts'
import { NotDone, WELL, type Place } from './verb.ts'

/**
 * Copies all boards into one file, as of one moment, also while the server runs: it writes on meanwhile. Without the
 * vault: a backup can't destroy what a close destroys.
 */
export function backupFolder({ home, here, say }: Place, name: string): number {
  const file = resolve(here, name)
  if (!existsSync(databaseIn(home))) throw new NotDone(`There are no boards in ${home}.`)
  if (existsSync(file)) throw new NotDone(`There is a file ${name} already. Choose another name, or move it away.`)
  const unfinished = `${file}.tmp`
  rmSync(unfinished, { force: true })
  try {
    const boards = writeBackup(unfinished, databaseIn(home))
    renameSync(unfinished, file)
    say(
      `${boards === 1 ? 'One board is' : `${boards} boards are`} in ${name}. Secret ballots, grades and ideas that wait are not.`,
    )
    return WELL
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw new NotDone(`The backup could not be written: ${error instanceof Error ? error.message : String(error)}.`)
  }
}

function writeBackup(unfinished: string, source: string): number {
  const db = new DatabaseSync(unfinished)
  try {
    db.exec('pragma synchronous = full')
    migrate(db)
    copyTables(db, source)
    return Number(db.prepare('select count(*) as boards from board').get()?.['boards'])
  } finally {
    db.close()
  }
}
