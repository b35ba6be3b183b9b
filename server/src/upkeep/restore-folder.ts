import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { databaseIn } from '../storage/folder-names.ts'
import { folderOfFiles } from '../storage/board-files.ts'
import { lockFolder } from '../storage/folder-lock.ts'
import { openReadOnly, sqliteReader } from '../storage/sqlite-reader.ts'
import { versionOf } from '../storage/sqlite-schema.ts'
import { StorageFault } from '../storage/storage-fault.ts'
import { checkBoards } from './check-folder.ts'
import { writeCopies } from './copied-boards.ts'
import { copyHooks } from './copy-hooks.ts'
import { copyTables } from './copy-tables.ts'
import { newEpoch } from './new-epoch.ts'
import { hasNext, stamp, takePlace, unusedName, writeNext } from './next-database.ts'
import { openAnyhow } from './repair-folder.ts'
import { deletedSince, keepDeleted, keepDoors, knownSince, type Since } from './since-backup.ts'
import { DAMAGED, NotDone, WELL, type Place } from './verb.ts'

/**
 * Puts the boards of a backup in the place of those in the folder, which are set aside. Every board gets a new epoch, so
 * that no client goes on with what it had. Whoever was shut out since stays out, and what was deleted since stays deleted,
 * unless it is asked for.
 */
export async function restoreFolder(place: Place, name: string, withDeleted: boolean): Promise<number> {
  const { home, here, now, say } = place
  const backup = resolve(here, name)
  if (!existsSync(backup)) throw new NotDone(`There is no file ${name}.`)
  refuseUnfit(backup, name)
  mkdirSync(home, { recursive: true })
  const unlock = lockFolder(home)
  try {
    if (hasNext(home)) throw new StorageFault('cut-short', null)
    const since = knownSince(home, existsSync(databaseIn(home)))
    const gone = deletedSince(since, boardsOf(backup))
    const stays = withDeleted ? [] : gone
    writeNext(home, (next) => {
      copyTables(next, backup, stays)
      keepDoors(next, since)
      keepDeleted(next, since, now())
      keepHooks(next, home)
      if (withDeleted) forgetPastDays(next, now())
      renewEpochs(next, new Map(since.boards.map(({ id, epoch }) => [id, epoch])), now())
    })
    for (const sentence of wordsOn(since, stays)) say(sentence)
    const asides = [setCopiesAside(home, now()), takePlace(home, 'before-restore', now())]
    for (const aside of asides)
      if (aside !== null) say(`What was there before lies in ${aside}. Delete it when you no longer need it.`)
    return await copyAnew(place)
  } catch (error) {
    if (error instanceof StorageFault) throw error
    throw new NotDone(`The backup could not be restored: ${error instanceof Error ? error.message : String(error)}.`)
  } finally {
    unlock()
  }
}

function refuseUnfit(backup: string, name: string): void {
  try {
    const db = openReadOnly(backup)
    const version = versionOf(db)
    const isOurs = db.prepare(`select 1 from sqlite_schema where name = 'board'`).get() !== undefined
    db.close()
    if (version === 'newer') throw new StorageFault('newer-folder', null)
    if (!isOurs) throw new NotDone(`${name} is no backup of Momentous.`)
  } catch (error) {
    if (error instanceof NotDone || (error instanceof StorageFault && error.kind === 'newer-folder')) throw error
    throw new NotDone(`${name} can’t be read as a backup. Nothing was changed.`)
  }
}

function keepHooks(next: DatabaseSync, home: string): void {
  const db = openAnyhow(home)
  if (db === null) return
  copyHooks(next, db, 'hooks')
  db.close()
}

function boardsOf(backup: string): readonly string[] {
  const db = openReadOnly(backup)
  try {
    return db
      .prepare('select id from board')
      .all()
      .map(({ id }) => String(id))
  } finally {
    db.close()
  }
}

/** Whoever brings back what was deleted doesn't want it to be deleted again at once. */
function forgetPastDays(db: DatabaseSync, now: number): void {
  db.prepare('update board set delete_at = null where delete_at <= ?').run(now)
}

function wordsOn({ whole }: Since, stays: readonly string[]): readonly string[] {
  const deleted =
    stays.length === 1
      ? 'One board of the backup was deleted since and stays so. To bring it back too, add --with-deleted.'
      : `${stays.length} boards of the backup were deleted since and stay so. To bring them back too, add --with-deleted.`
  return [
    ...(stays.length === 0 ? [] : [deleted]),
    ...(whole
      ? []
      : ['Not all that was here can be read. Links and seats that were closed since may be open: close them again.']),
  ]
}

function renewEpochs(db: DatabaseSync, known: ReadonlyMap<string, number>, now: number): void {
  const renew = db.prepare('update board set epoch = ? where id = ?')
  for (const { id, epoch } of db.prepare('select id, epoch from board').all()) {
    renew.run(newEpoch(Math.max(Number(epoch), known.get(String(id)) ?? 0), now), String(id))
  }
}

function setCopiesAside(home: string, now: number): string | null {
  const copies = folderOfFiles(home)
  if (!existsSync(copies)) return null
  const aside = unusedName(`${copies}.before-restore-${stamp(now)}`)
  renameSync(copies, aside)
  return basename(aside)
}

async function copyAnew({ home, say }: Place): Promise<number> {
  const { ids, check, close } = checkBoards(home)
  const damaged = ids.filter((id) => check(id) !== null)
  close()
  const reader = sqliteReader(databaseIn(home))
  await writeCopies(
    home,
    ids.filter((id) => !damaged.includes(id)).flatMap((id) => reader.load(id) ?? []),
  )
  reader.close()
  say(`${ids.length === 1 ? 'One board is' : `${ids.length} boards are`} restored.`)
  for (const id of damaged) say(`${id} is damaged in the backup too. Run “npm run data -- repair”.`)
  return damaged.length === 0 ? WELL : DAMAGED
}
