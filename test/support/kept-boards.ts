import { createBoard } from '@momentous/shared/board/create-board'
import type { BoardId } from '@momentous/shared/domain/id'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as Y from 'yjs'
import { openSqlite } from '../../server/src/storage/sqlite.ts'
import { sqliteReader } from '../../server/src/storage/sqlite-reader.ts'
import { sqliteWriter } from '../../server/src/storage/sqlite-writer.ts'
import type { Entry, Storage, StoredBoard } from '../../server/src/storage/storage.ts'
import { runVerb } from '../../server/src/upkeep/verbs.ts'
import { seededRandom } from './seeded-random.ts'
import { addMoment } from './session-builder.ts'
import { boardId, claim, created, link, seat, seatId, vaultPut } from './storage-entries.ts'

/** A real board in a storage: its document as it was after each of its changes. */
export interface KeptBoard {
  readonly id: BoardId
  /** Texts of the moments after so many changes. */
  textsAfter(changes: number): readonly string[]
}

export const textsOf = (doc: Y.Doc): readonly string[] =>
  [...doc.getMap<Y.Map<unknown>>('moments').values()].map((moment) => String(moment.get('text'))).toSorted()

const facilitates = (name: string): Entry => ({
  kind: 'link',
  link: link(`${name}-facilitates`, { role: 'facilitator' }),
})

/** Keeps a board with so many changes, one moment each behind the first; with snapshots through some of them. */
export async function keepBoard(storage: Storage, name: string, changes: number, snapshots: readonly number[] = []) {
  const id = boardId(name)
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const states: (readonly string[])[] = [[]]
  await storage.commit(id, [
    created(id),
    facilitates(name),
    { kind: 'seat', seat: seat(`ann-of-${name}`) },
    claim(doc.clientID, seatId(`ann-of-${name}`)),
    vaultPut(`own.${name}`, `SECRET-of-${name}`),
  ])
  for (let change = 1; change <= changes; change++) {
    if (change === 1) createBoard(doc, { title: name, why: '', template: 'empty' }, seededRandom(1))
    else
      doc.transact(() =>
        addMoment(doc, `moment-of-${name}-${change}`, `${name} ${String(change).padStart(4, '0')} ${'x'.repeat(300)}`),
      )
    states.push(textsOf(doc))
    const entries: Entry[] = [{ kind: 'update', bytes: updates.at(-1) ?? new Uint8Array() }]
    if (snapshots.includes(change)) entries.push(snapshotOf(doc, change))
    await storage.commit(id, entries)
  }
  const board: KeptBoard = { id, textsAfter: (count) => states[count] ?? [] }
  return board
}

function snapshotOf(doc: Y.Doc, through: number): Entry {
  const snapshot = {
    through,
    whole: Y.encodeStateAsUpdate(doc),
    cuts: new Uint8Array(),
    vector: Y.encodeStateVector(doc),
  }
  return { kind: 'snapshot', snapshot }
}

/** Two boards on the disk, the storage closed again. */
export async function keptFolder(home: string): Promise<{ shop: KeptBoard; dentist: KeptBoard }> {
  const storage = await openSqlite(home)
  const shop = await keepBoard(storage, 'shop', 40, [10, 30])
  const dentist = await keepBoard(storage, 'dentist', 12, [8])
  // A board's own file is written soon after a snapshot or a link, on a slow machine in the middle of the work: once more, of all of it.
  for (const [name, { id }] of Object.entries({ shop, dentist })) await storage.commit(id, [facilitates(name)])
  await storage.close()
  return { shop, dentist }
}

/** What is kept of a board, as a server would find it. */
export function keptNow(home: string, id: BoardId): StoredBoard | null {
  const path = join(home, 'momentous.db')
  sqliteWriter(path).close()
  const reader = sqliteReader(path)
  try {
    return reader.load(id)
  } finally {
    reader.close()
  }
}

/** What a board's moments say now. */
export function textsIn(home: string, id: BoardId): readonly string[] {
  const stored = keptNow(home, id)
  const doc = new Y.Doc()
  for (const update of [stored?.snapshot?.whole, ...(stored?.updates ?? [])]) if (update) Y.applyUpdate(doc, update)
  return textsOf(doc)
}

/** Overwrites the page of the database on which the text lies, as a bad sector would. */
export function spoilPage(home: string, text: string): void {
  const path = join(home, 'momentous.db')
  const bytes = readFileSync(path)
  const at = bytes.indexOf(text)
  if (at < 0) throw new Error(`${text} is not in the database.`)
  bytes.fill(0xee, at - (at % 4096), at - (at % 4096) + 4096)
  writeFileSync(path, bytes)
}

/** Overwrites the first page of a table or an index. */
export function spoilRoot(home: string, name: string): void {
  const path = join(home, 'momentous.db')
  const db = new DatabaseSync(path)
  db.exec('pragma wal_checkpoint(truncate)')
  const root = Number(db.prepare('select rootpage from sqlite_schema where name = ?').get(name)?.['rootpage'])
  db.close()
  const bytes = readFileSync(path)
  writeFileSync(path, bytes.fill(0xee, (root - 1) * 4096, root * 4096))
}

/** `npm run data -- …words`: what it says and its exit code. */
export async function data(home: string, ...words: string[]) {
  const said: string[] = []
  const here = join(home, '..', 'here')
  mkdirSync(here, { recursive: true })
  const code = await runVerb({ home, here, say: (line) => void said.push(line), now: () => Date.now() }, words)
  return { code, said: said.join('\n'), here }
}
