import type { BoardId } from '@momentous/shared/domain/id'
import { existsSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { filedBoards } from '../storage/board-files.ts'
import { databaseIn } from '../storage/folder-names.ts'
import { openReadOnly, sqliteReader } from '../storage/sqlite-reader.ts'
import { versionOf } from '../storage/sqlite-schema.ts'
import { StorageFault } from '../storage/storage-fault.ts'
import { copyOf } from './copied-boards.ts'
import { isSound } from './last-good.ts'
import { hasNext } from './next-database.ts'
import { boardsIn } from './salvage.ts'
import { DAMAGED, NotDone, WELL, type Place } from './verb.ts'

/** What is the matter with a board; null for nothing. */
export type BoardCheck = (id: BoardId) => string | null

/** Says how the data folder is, board by board. Changes nothing, and may run beside the server. */
export function checkFolder({ home, say }: Place): number {
  if (hasNext(home)) throw new StorageFault('cut-short', null)
  if (!existsSync(databaseIn(home))) {
    if (filedBoards(home).length === 0) throw new NotDone(`There are no boards in ${home}.`)
    throw new StorageFault('missing', null)
  }
  const trouble = wholeTrouble(home)
  if (trouble !== null) say(`The database is damaged: ${trouble}.`)
  const { ids, check, close } = checkBoards(home)
  let damaged = trouble === null ? 0 : 1
  for (const id of ids) {
    const wrong = check(id)
    if (wrong !== null) damaged++
    say(wrong === null ? `${id}: whole. ${copyWords(home, id)}` : `${id}: damaged (${wrong}). ${copyWords(home, id)}`)
  }
  close()
  if (damaged === 0) say(`The database and its ${ids.length === 1 ? 'one board' : `${ids.length} boards`} are whole.`)
  else say('Stop the server and run “npm run data -- repair”.')
  return damaged === 0 ? WELL : DAMAGED
}

/** What is the matter with the file as a whole; null for nothing. */
export function wholeTrouble(home: string): string | null {
  return inDatabase(home, (db) => {
    const version = versionOf(db)
    if (version === 'older')
      throw new NotDone('An older Momentous wrote this data folder. Start the server once, then check it.')
    if (version === 'newer') throw new StorageFault('newer-folder', null)
    const { integrity_check: first } = db.prepare('pragma integrity_check(1)').get() ?? {}
    return first === 'ok' ? null : String(first).replaceAll('\n', ' ')
  })
}

function inDatabase<Result>(home: string, ask: (db: DatabaseSync) => Result): Result | string {
  const db = openReadOnly(databaseIn(home))
  try {
    return ask(db)
  } catch (error) {
    if (error instanceof NotDone || error instanceof StorageFault) throw error
    return error instanceof Error ? error.message : String(error)
  } finally {
    db.close()
  }
}

/** The boards of a database that can be opened, and the question how each of them is. */
export function checkBoards(home: string): { ids: readonly BoardId[]; check: BoardCheck; close(): void } {
  const db = openReadOnly(databaseIn(home))
  const { ids } = boardsIn(db)
  db.close()
  try {
    const reader = sqliteReader(databaseIn(home))
    const check: BoardCheck = (id) => {
      try {
        const board = reader.load(id)
        if (board === null) return 'its record is gone'
        return isSound(board) ? null : 'a change can’t be applied'
      } catch (error) {
        return error instanceof StorageFault ? error.detail : String(error)
      }
    }
    return { ids, check, close: reader.close }
  } catch {
    return { ids, check: () => 'the database can’t be opened', close: () => undefined }
  }
}

function copyWords(home: string, id: BoardId): string {
  const copy = copyOf(home, id)
  if (copy === 'none') return 'It has no copy beside the database.'
  return copy === 'damaged' ? 'Its copy is damaged.' : `Its copy ends with change ${copy.head}.`
}
