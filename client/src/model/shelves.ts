import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Offered } from './offered.ts'
import { leftOf, type Left, type Waiting } from './waiting.ts'

/** Whose things they are: two seats of one device send nothing in each other's name. */
export interface Owner {
  readonly board: string
  readonly seat: string
}

/** What one device keeps of all its boards. */
interface Shelves extends DBSchema {
  boards: { key: string; value: { board: string; epoch: number | null } }
  confirmed: { key: number; value: { board: string; update: Uint8Array }; indexes: { board: string } }
  waiting: { key: string; value: Waiting & Owner & { page: string }; indexes: { board: string } }
  offers: { key: string; value: Offered & Owner; indexes: { board: string } }
}
export type Shelf = IDBPDatabase<Shelves>

/** `lost` is called when the browser takes the storage away. */
export function openShelves(lost: () => void): Promise<Shelf> {
  return openDB<Shelves>('momentous-boards', 1, {
    upgrade(shelves) {
      shelves.createObjectStore('boards', { keyPath: 'board' })
      shelves.createObjectStore('confirmed', { autoIncrement: true }).createIndex('board', 'board')
      shelves.createObjectStore('waiting', { keyPath: 'key' }).createIndex('board', 'board')
      shelves.createObjectStore('offers', { keyPath: 'id' }).createIndex('board', 'board')
    },
    // A tab with a newer page must not have to wait for this one.
    blocking: (_from, _to, { target }) => (target instanceof IDBDatabase ? target.close() : undefined),
    terminated: lost,
  })
}

/** Takes over what waits of this owner on pages that `lives` doesn't know of; it is the page's from now on. */
export async function takeLeft(
  shelf: Shelf,
  { board, seat }: Owner,
  page: string,
  lives: ReadonlySet<string>,
): Promise<Left> {
  const isLeft = (each: Owner & { page: string }) => each.seat === seat && !lives.has(each.page)
  // Nearly always there is nothing, and nobody has to wait for a look.
  if (!(await shelf.getAllFromIndex('waiting', 'board', board)).some(isLeft)) return leftOf([])
  const taking = shelf.transaction('waiting', 'readwrite')
  const left = (await taking.store.index('board').getAll(board)).filter(isLeft)
  for (const each of left) void taking.store.put({ ...each, page })
  await taking.done
  return leftOf(left)
}

/** What waits of this owner, on whichever page. */
export async function readWaiting(shelf: Shelf, { board, seat }: Owner) {
  const all = await shelf.getAllFromIndex('waiting', 'board', board)
  return all.filter((each) => each.seat === seat)
}

/** What the device knows of a board; of the offers, those to this seat. */
export async function readBoard(shelf: Shelf, { board, seat }: Owner) {
  const reading = shelf.transaction(['boards', 'confirmed', 'offers'])
  // Asked at once: each answer by itself would be waited for.
  const [facts, confirmed, offers] = await Promise.all([
    reading.objectStore('boards').get(board),
    reading.objectStore('confirmed').index('board').getAll(board),
    reading.objectStore('offers').index('board').getAll(board),
  ])
  const epoch = facts?.epoch ?? null
  const known = confirmed.length > 0 && epoch !== null
  return {
    epoch: known ? epoch : null,
    confirmed: known ? confirmed.map(({ update }) => update) : [],
    offered: offers.filter((each) => each.seat === seat),
  }
}

/** What one page writes: all of it, or nothing. */
export interface Batch {
  readonly made: readonly Waiting[]
  readonly gone: readonly string[]
}

export async function writeWaiting(
  shelf: Shelf,
  { board, seat }: Owner,
  page: string,
  { made, gone }: Batch,
): Promise<void> {
  const writing = shelf.transaction('waiting', 'readwrite')
  for (const key of gone) void writing.store.delete(key)
  for (const each of made) void writing.store.put({ ...each, board, seat, page })
  // Said at once and not when the requests are answered: the page may be gone by then.
  writing.commit()
  await writing.done
}

/** The same for what was given back to its author. */
export async function writeOffers(
  shelf: Shelf,
  { board, seat }: Owner,
  made: readonly Offered[],
  gone: readonly string[],
): Promise<void> {
  const writing = shelf.transaction('offers', 'readwrite')
  for (const id of gone) void writing.store.delete(id)
  for (const offer of made) void writing.store.put({ ...offer, board, seat })
  writing.commit()
  await writing.done
}

/** Another page may have heard of another incarnation of the board by now: then these updates belong to nothing. */
export async function appendConfirmed(
  shelf: Shelf,
  board: string,
  epoch: number,
  updates: readonly Uint8Array[],
): Promise<void> {
  const writing = shelf.transaction(['boards', 'confirmed'], 'readwrite')
  const facts = await writing.objectStore('boards').get(board)
  if (facts?.epoch === epoch) {
    for (const update of updates) void writing.objectStore('confirmed').add({ board, update })
  }
  await writing.done
}

/** `state` in the place of everything confirmed; without one nothing is left. */
export async function replaceConfirmed(
  shelf: Shelf,
  board: string,
  epoch: number | null,
  state: Uint8Array | null,
): Promise<void> {
  const writing = shelf.transaction(['boards', 'confirmed'], 'readwrite')
  await clearConfirmed(writing.objectStore('confirmed'), board)
  if (state !== null) void writing.objectStore('confirmed').add({ board, update: state })
  void writing.objectStore('boards').put({ board, epoch })
  await writing.done
}

/** Forgets what was confirmed of another incarnation of the board. */
export async function startEpoch(shelf: Shelf, board: string, epoch: number): Promise<void> {
  const writing = shelf.transaction(['boards', 'confirmed'], 'readwrite')
  const facts = await writing.objectStore('boards').get(board)
  if (facts?.epoch !== epoch) {
    await clearConfirmed(writing.objectStore('confirmed'), board)
    void writing.objectStore('boards').put({ board, epoch })
  }
  await writing.done
}

interface Confirmed {
  readonly index: (name: 'board') => { getAllKeys(board: string): Promise<number[]> }
  delete(key: number): Promise<void>
}

async function clearConfirmed(confirmed: Confirmed, board: string): Promise<void> {
  for (const key of await confirmed.index('board').getAllKeys(board)) void confirmed.delete(key)
}

/** How much of this board, of whichever seat of this device, is not on the server. */
export async function countUnsaved(shelf: Shelf, board: string): Promise<number> {
  const [waiting, offers] = await Promise.all([
    shelf.countFromIndex('waiting', 'board', board),
    shelf.countFromIndex('offers', 'board', board),
  ])
  return waiting + offers
}

/** Leaves nothing of a board. */
export async function clearBoard(shelf: Shelf, board: string): Promise<void> {
  const writing = shelf.transaction(['boards', 'confirmed', 'waiting', 'offers'], 'readwrite')
  void writing.objectStore('boards').delete(board)
  for (const name of ['confirmed', 'waiting', 'offers'] as const) {
    const store = writing.objectStore(name)
    const keys: readonly IDBValidKey[] = await store.index('board').getAllKeys(board)
    for (const key of keys) void store.delete(IDBKeyRange.only(key))
  }
  await writing.done
}

/** What was given back on this board, to whichever seat of this device. */
export async function readOffers(shelf: Shelf, board: string): Promise<readonly (Offered & Owner)[]> {
  return shelf.getAllFromIndex('offers', 'board', board)
}

export async function dropOffers(shelf: Shelf, ids: readonly string[]): Promise<void> {
  const writing = shelf.transaction('offers', 'readwrite')
  for (const id of ids) void writing.store.delete(id)
  await writing.done
}
