import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import { databaseIn, nextIn } from '../storage/folder-names.ts'
import { entryWriter } from '../storage/sqlite-entries.ts'
import { migrate } from '../storage/sqlite-schema.ts'
import { checksum } from '../storage/sqlite-snapshot.ts'
import type { Entry, StoredBoard } from '../storage/storage.ts'

/** Writes a database that will take the other one's place. It has its name only when it is whole and on the disk. */
export function writeNext(home: string, fill: (db: DatabaseSync) => void): void {
  const unfinished = `${nextIn(home)}.tmp`
  rmSync(unfinished, { force: true })
  const db = new DatabaseSync(unfinished)
  try {
    db.exec('pragma synchronous = full')
    migrate(db)
    fill(db)
  } finally {
    db.close()
  }
  renameSync(unfinished, nextIn(home))
  syncFolder(home)
}

/** True when a repair or a restore has come so far that only the places have to be changed. */
export const hasNext = (home: string): boolean => existsSync(nextIn(home))

/**
 * Sets the database aside under a name with `why`, and the next one in its place; answers the name, null when there was
 * none. May be cut short anywhere and done again.
 */
export function takePlace(home: string, why: string, now: number): string | null {
  const database = databaseIn(home)
  const aside = unusedName(`${database}.${why}-${stamp(now)}`)
  const there = existsSync(database)
  // What was committed last may be in the journal alone; the other file is an index of that, which SQLite makes again.
  if ((statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0)
    renameSync(`${database}-wal`, `${aside}-wal`)
  for (const part of ['-wal', '-shm']) rmSync(`${database}${part}`, { force: true })
  if (there) renameSync(database, aside)
  renameSync(nextIn(home), database)
  syncFolder(home)
  return there ? basename(aside) : null
}

/** For names of files: 20261122-014500, in UTC. */
export function stamp(now: number): string {
  return new Date(now)
    .toISOString()
    .replaceAll(/[-:]|\.\d+Z/g, '')
    .replace('T', '-')
}

/** The name, or the name with a number: nothing that was set aside is ever written over. */
export function unusedName(path: string): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? path : `${path}-${number}`
    if (!existsSync(name)) return name
  }
}

function syncFolder(home: string): void {
  const folder = openSync(home, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** Puts a whole board into a new database. */
export function insertBoard(db: DatabaseSync, board: StoredBoard): void {
  const { record, seats, links, clientIds, vault, commands, snapshot, updates, head, glance } = board
  const { id } = record
  const facts: readonly Entry[] = [
    { kind: 'board-created', record },
    ...(glance === null ? [] : [{ kind: 'glance', glance } as const]),
    ...links.map((link): Entry => ({ kind: 'link', link })),
    ...seats.map((seat): Entry => ({ kind: 'seat', seat })),
    ...[...clientIds].map(([client, seat]): Entry => ({ kind: 'client-id', client, seat })),
    ...[...vault].map(([key, bytes]): Entry => ({ kind: 'vault-put', key, bytes })),
    ...[...commands].map((command): Entry => ({ kind: 'command-done', id: command })),
  ]
  entryWriter(db)({ board: id, entries: facts })
  if (snapshot !== null) {
    const { through, whole, cuts, vector } = snapshot
    db.prepare('insert into snapshot (board, seq, sha256, vector, bytes, cuts) values (?, ?, ?, ?, ?, ?)').run(
      id,
      through,
      checksum(through, vector, whole, cuts),
      vector,
      whole,
      cuts,
    )
  }
  const append = db.prepare('insert into log (board, seq, crc, bytes) values (?, ?, ?, ?)')
  for (const [index, bytes] of updates.entries())
    append.run(id, (snapshot?.through ?? 0) + 1 + index, crc32(bytes), bytes)
  db.prepare('update board set head = ? where id = ?').run(head, id)
}
