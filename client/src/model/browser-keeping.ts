import type { BoardId } from '@momentous/shared/domain/id'
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Offered } from './board-store.ts'
import type { Kept, Keeping } from './keeping.ts'
import type { Change } from './outbox.ts'
import { joinRoll, type PageRoll } from './page-roll.ts'

interface Shelves extends DBSchema {
  boards: { key: string; value: { board: string; epoch: number | null; offered: readonly Offered[] } }
  confirmed: { key: number; value: { board: string; update: Uint8Array }; indexes: { board: string } }
  changes: { key: string; value: Change & { board: string; page: string }; indexes: { board: string } }
}
type Shelf = IDBPDatabase<Shelves>

/** Confirmed updates are written together: losing the last of them costs a question to the server and nothing else. */
const TOGETHER_MS = 1000
const OPEN_MS = 3000
const NOTHING: Kept = { epoch: null, confirmed: [], changes: [], offered: [] }

function openShelves(): Promise<Shelf> {
  return openDB<Shelves>('momentous', 1, {
    upgrade(shelves) {
      shelves.createObjectStore('boards', { keyPath: 'board' })
      shelves.createObjectStore('confirmed', { autoIncrement: true }).createIndex('board', 'board')
      shelves.createObjectStore('changes', { keyPath: 'key' }).createIndex('board', 'board')
    },
  })
}

/** Keeps in IndexedDB, for all pages of this browser; `page` names this one. Keeps nothing where that is switched off. */
export function createBrowserKeeping(board: BoardId, page: string): Keeping {
  const roll = joinRoll(board, page)
  const shelves = openShelves().catch(() => null)
  const later: Uint8Array[] = []
  let timer: ReturnType<typeof setTimeout> | null = null
  let last: Promise<void> = Promise.resolve()

  const write = (step: (shelf: Shelf) => Promise<unknown>) => {
    last = last
      .then(async () => {
        const shelf = await shelves
        if (shelf !== null) await step(shelf)
      })
      // A browser that keeps nothing any more (full, private) costs the copy on the device; the session goes on.
      .catch(() => {})
  }
  const confirmLater = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    const updates = later.splice(0)
    if (updates.length > 0 && roll.writes()) write((shelf) => appendConfirmed(shelf, board, updates))
  }

  return {
    open: () => orAfter(OPEN_MS, NOTHING, readAll(shelves, board, page, roll)),
    keep: (made, gone) => write((shelf) => keepChanges(shelf, board, page, made, gone)),
    confirm(update) {
      later.push(update)
      timer ??= setTimeout(confirmLater, TOGETHER_MS)
    },
    confirmAll(state, epoch) {
      later.splice(0)
      if (roll.writes()) write((shelf) => replaceConfirmed(shelf, board, state, epoch))
    },
    keepEpoch: (epoch) => write((shelf) => keepFacts(shelf, board, { epoch })),
    offer: (offered) => write((shelf) => keepFacts(shelf, board, { offered })),
    forget: () => write((shelf) => replaceConfirmed(shelf, board, null, null)),
    flush() {
      confirmLater()
      return last
    },
    close() {
      confirmLater()
      void last.then(async () => {
        roll.leave()
        ;(await shelves)?.close()
      })
    },
  }
}

async function readAll(shelves: Promise<Shelf | null>, board: string, page: string, roll: PageRoll): Promise<Kept> {
  const [shelf, pages] = await Promise.all([shelves, roll.open()])
  if (shelf === null) return NOTHING
  const reading = shelf.transaction(['boards', 'confirmed', 'changes'], 'readwrite')
  const facts = await reading.objectStore('boards').get(board)
  const confirmed = await reading.objectStore('confirmed').index('board').getAll(board)
  const waiting = await reading.objectStore('changes').index('board').getAll(board)
  const orphaned = waiting.filter((change) => change.page === page || !pages.has(change.page))
  for (const change of orphaned) void reading.objectStore('changes').put({ ...change, page })
  await reading.done
  const known = confirmed.length > 0 && facts !== undefined && facts.epoch !== null
  return {
    epoch: known ? facts.epoch : null,
    confirmed: known ? confirmed.map(({ update }) => update) : [],
    changes: orphaned.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    offered: facts?.offered ?? [],
  }
}

async function keepChanges(
  shelf: Shelf,
  board: string,
  page: string,
  made: readonly Change[],
  gone: readonly string[],
): Promise<void> {
  const writing = shelf.transaction('changes', 'readwrite')
  for (const key of gone) void writing.store.delete(key)
  for (const change of made) void writing.store.put({ ...change, board, page })
  await writing.done
}

async function appendConfirmed(shelf: Shelf, board: string, updates: readonly Uint8Array[]): Promise<void> {
  const writing = shelf.transaction('confirmed', 'readwrite')
  for (const update of updates) void writing.store.add({ board, update })
  await writing.done
}

async function replaceConfirmed(
  shelf: Shelf,
  board: string,
  state: Uint8Array | null,
  epoch: number | null,
): Promise<void> {
  const writing = shelf.transaction(['boards', 'confirmed'], 'readwrite')
  const confirmed = writing.objectStore('confirmed')
  for (const key of await confirmed.index('board').getAllKeys(board)) void confirmed.delete(key)
  if (state !== null) void confirmed.add({ board, update: state })
  const facts = await writing.objectStore('boards').get(board)
  void writing.objectStore('boards').put({ board, epoch, offered: facts?.offered ?? [] })
  await writing.done
}

async function keepFacts(
  shelf: Shelf,
  board: string,
  changes: { readonly epoch?: number; readonly offered?: readonly Offered[] },
): Promise<void> {
  const writing = shelf.transaction('boards', 'readwrite')
  const facts = await writing.store.get(board)
  void writing.store.put({ board, epoch: null, offered: [], ...facts, ...changes })
  await writing.done
}

function orAfter<Value>(ms: number, otherwise: Value, wanted: Promise<Value>): Promise<Value> {
  const late = new Promise<Value>((resolve) => {
    setTimeout(resolve, ms, otherwise)
  })
  return Promise.race([wanted.catch(() => otherwise), late])
}
