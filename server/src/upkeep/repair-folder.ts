import type { BoardId } from '@momentous/shared/domain/id'
import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { filedBoards } from '../storage/board-files.ts'
import { databaseIn } from '../storage/folder-names.ts'
import { lockFolder } from '../storage/folder-lock.ts'
import { checkBoards, wholeTrouble } from './check-folder.ts'
import { copyHooks } from './copy-hooks.ts'
import { copyImages } from './copy-images.ts'
import { copyOf, readableCopy, writeCopies } from './copied-boards.ts'
import { newEpoch } from './new-epoch.ts'
import { hasNext, insertBoard, takePlace, writeNext } from './next-database.ts'
import { readableRows } from './readable-rows.ts'
import { boardsIn, NO_WORDS, salvage, type Salvaged } from './salvage.ts'
import { DAMAGED, NotDone, WELL, type Place } from './verb.ts'

/**
 * Rebuilds the database out of what can be read: row by row where it opens, and from the boards' own files where it
 * doesn't. The damaged one is set aside, never deleted. Each board goes back to its last state without a hole.
 */
export async function repairFolder(place: Place): Promise<number> {
  const unlock = lockFolder(place.home)
  try {
    if (hasNext(place.home)) return finish(place)
    if (existsSync(databaseIn(place.home)) && isWell(place.home)) return renewCopies(place)
    return await rebuild(place)
  } finally {
    unlock()
  }
}

function finish({ home, say, now }: Place): number {
  const aside = takePlace(home, 'damaged', now())
  say('The repair or restore that was cut short is at its end.')
  if (aside !== null) say(`The database before it lies in ${aside}.`)
  return WELL
}

function isWell(home: string): boolean {
  if (wholeTrouble(home) !== null) return false
  const { ids, check, close } = checkBoards(home)
  const well = ids.every((id) => check(id) === null)
  close()
  return well
}

async function renewCopies({ home, say, now }: Place): Promise<number> {
  const db = openAnyhow(home)
  const { ids } = db === null ? { ids: [] } : boardsIn(db)
  const stale = ids.filter((id) => typeof copyOf(home, id) === 'string')
  const boards = stale.flatMap((id) => salvage(db, id, null, now()) ?? [])
  await writeCopies(
    home,
    boards.map(({ board }) => board),
  )
  db?.close()
  say('The database and its boards are whole: there is nothing to repair.')
  if (boards.length > 0)
    say(`${boards.length === 1 ? 'One board has' : `${boards.length} boards have`} a new copy beside the database.`)
  return WELL
}

async function rebuild({ home, say, now }: Place): Promise<number> {
  const db = openAnyhow(home)
  const found = db === null ? { ids: [], whole: false } : boardsIn(db)
  // A list of boards that can be read is right: what it doesn't name was deleted.
  const ids = found.whole ? found.ids : [...new Set([...found.ids, ...filedBoards(home)])]
  if (ids.length === 0 && !found.whole) throw new NotDone(nothingLeft(home))
  const boards = ids.map((id) => ({ id, salvaged: salvage(db, id, readableCopy(home, id), now()) }))
  const kept = boards.flatMap(({ salvaged }) => (salvaged === null ? [] : [renewed(salvaged, now())]))
  writeNext(home, (next) =>
    inOneGo(next, () => {
      for (const board of kept) {
        insertBoard(next, board)
        if (db !== null) copyImages(next, db, board.record.id)
      }
      if (db !== null) copyMarks(next, db)
      if (db !== null) copyHooks(next, db, 'deliveries too')
    }),
  )
  db?.close()
  const aside = takePlace(home, 'damaged', now())
  await writeCopies(home, kept)
  for (const { id, salvaged } of boards) say(`${id}: ${wordsOn(salvaged)}`)
  if (aside !== null) say(`The damaged database lies in ${aside}. Delete it when you no longer need it.`)
  const lost = boards.filter(({ salvaged }) => salvaged === null || salvaged.losses.length > 0)
  say(lost.length === 0 ? 'Everything is repaired and nothing is lost.' : 'Everything that can be read is repaired.')
  return lost.length === 0 ? WELL : DAMAGED
}

/** What was deleted stays known as deleted. */
function copyMarks(next: DatabaseSync, db: DatabaseSync): void {
  const mark = next.prepare('insert or ignore into deleted (board_hash) values (?)')
  for (const { board_hash: hash } of readableRows(db, 'select board_hash from deleted', 'board_hash').rows)
    mark.run(String(hash))
}

function nothingLeft(home: string): string {
  if (!existsSync(databaseIn(home))) return `There are no boards in ${home}.`
  return 'Nothing in the database can be read, and no board has a copy beside it. Restore a backup: npm run data -- restore <file>.'
}

/** A board that lost something is another one for every client; one that lost nothing goes on as if nothing had been. */
function renewed({ board, losses }: Salvaged, now: number): Salvaged['board'] {
  if (losses.length === 0) return board
  return { ...board, record: { ...board.record, epoch: newEpoch(board.record.epoch, now) } }
}

function wordsOn(salvaged: Salvaged | null): string {
  if (salvaged === null) return 'nothing of it can be read. It is lost.'
  const { board, losses } = salvaged
  const ways = board.record.passphrase === NO_WORDS ? board.seats : [...board.links, ...board.seats]
  const open = ways.some(({ role, closed }) => role === 'facilitator' && !closed)
  const locked = open
    ? []
    : ['Nobody has a facilitator’s link to it any more; “npm run data -- export” still reads it.']
  return [...(losses.length === 0 ? ['nothing is lost.'] : losses), ...locked].join(' ')
}

/** The database, if it opens at all; for reading, with its journal. */
export function openAnyhow(home: string): DatabaseSync | null {
  if (!existsSync(databaseIn(home))) return null
  let db: DatabaseSync | null = null
  try {
    db = new DatabaseSync(databaseIn(home), { readOnly: true, timeout: 5000 })
    db.prepare('select count(*) from sqlite_schema').get()
    return db
  } catch {
    db?.close()
    return null
  }
}

function inOneGo(db: DatabaseSync, work: () => void): void {
  db.exec('begin')
  work()
  db.exec('commit')
}

/** For one board alone, without changing anything. */
export function salvageOne({ home, now }: Place, id: BoardId): Salvaged | null {
  const db = openAnyhow(home)
  const found = db === null ? { ids: [], whole: false } : boardsIn(db)
  const salvaged = !found.whole || found.ids.includes(id) ? salvage(db, id, readableCopy(home, id), now()) : null
  db?.close()
  return salvaged
}
