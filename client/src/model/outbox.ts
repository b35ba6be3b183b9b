import type { DirectName } from '@momentous/shared/commands/commands'
import { updateKey } from '@momentous/shared/wire/update-key'
import { listeners } from '@momentous/shared/scene/listeners'
import type { Watched } from './watched.ts'

/** A change made here that the server has not yet called saved. */
export interface Change {
  /** Unique on this device and sortable by the order of making. */
  readonly key: string
  /** Sent again as it is after a reload or an hour offline: Yjs makes a resend harmless. */
  readonly update: Uint8Array
  /** Done anew on a fresh document when the server refused something. */
  readonly command: { readonly name: DirectName; readonly args: unknown }
  /** For an edit: the text as it was before. */
  readonly before: string | null
  /** The incarnation of the board that it was made on: the update fits into no other. */
  readonly epoch: number | null
}

/** What waits to be called saved, in the order of making. */
export interface Outbox {
  all(): readonly Change[]
  /** `since` says when it began to wait, if that was earlier. */
  add(change: Change, since?: number): void
  /** The server has these updates on disk; says which changes are done. */
  saved(keys: readonly number[]): readonly Change[]
  /** Takes changes out that will never be saved as they are. */
  take(): readonly Change[]
  /** How many changes a person would count: adding a moment and typing into it is one. */
  readonly count: Watched<number>
  /** Since when the oldest waits, on the page's own clock; null when nothing waits. */
  since(): number | null
  /** The records that changes made before `before` belong to. */
  records(before: number): ReadonlySet<string>
  subscribe(listener: () => void): () => void
}

interface Entry {
  readonly change: Change
  readonly since: number
}

/** `now` must only ever go forward: a device's clock may be put back, and a change would count as new for an hour. */
export function createOutbox(now: () => number = () => performance.now()): Outbox {
  const waiting = new Map<number, Entry>()
  /** How many changes there are of each thing that a person counts once. */
  const counted = new Map<string, number>()
  const changed = listeners()

  const count = ({ change }: Entry, by: 1 | -1) => {
    for (const thing of countedAs(change)) {
      const left = (counted.get(thing) ?? 0) + by
      if (left > 0) counted.set(thing, left)
      else counted.delete(thing)
    }
  }

  return {
    all: () => [...waiting.values()].map(({ change }) => change),
    add(change, since = now()) {
      const key = updateKey(change.update)
      if (waiting.has(key)) return
      const entry = { change, since }
      waiting.set(key, entry)
      count(entry, 1)
      changed.tell()
    },
    saved(keys) {
      const done = keys.flatMap((key) => waiting.get(key) ?? [])
      for (const key of keys) waiting.delete(key)
      for (const entry of done) count(entry, -1)
      if (done.length > 0) changed.tell()
      return done.map(({ change }) => change)
    },
    take() {
      const all = [...waiting.values()].map(({ change }) => change)
      waiting.clear()
      counted.clear()
      if (all.length > 0) changed.tell()
      return all
    },
    count: { get: () => counted.size, subscribe: changed.add },
    since: () => waiting.values().next().value?.since ?? null,
    records(before) {
      const late = [...waiting.values()].filter(({ since }) => since <= before)
      return new Set(late.flatMap(({ change }) => recordsIn(change.command.args)))
    },
    subscribe: changed.add,
  }
}

/** A new moment and the words that are typed into it are one thing to whoever wrote them. */
function countedAs({ key, command: { name, args } }: Change): readonly string[] {
  const records = recordsIn(args)
  if (name === 'add-moments' || name === 'add-shapes') return records.map((record) => `text of ${record}`)
  const [record = ''] = records
  if (name.startsWith('add-')) return [`text of ${record}`]
  if (name !== 'edit-text') return [key]
  const edited = String(fieldsOf(args)['key'])
  return [`${isOwnText(edited) ? 'text' : edited} of ${record}`]
}

/** Is it the text that its record is made with? */
export function isOwnText(key: string): boolean {
  return key === 'text' || key === 'words' || key === 'title'
}

/** The ids of the records that a command's arguments name. */
export function recordsIn(args: unknown): readonly string[] {
  const { id, ids, moment, moments, shapes, places, moves, pieces } = fieldsOf(args)
  const placed = [moments, shapes, places, moves, pieces].flatMap(listIn).map((place) => fieldsOf(place)['id'])
  // What has an id of its own only belongs to its moment.
  const named = [id, ...listIn(ids), ...placed, id === undefined ? moment : null]
  return named.filter((each) => typeof each === 'string')
}

function fieldsOf(args: unknown): Readonly<Record<string, unknown>> {
  return typeof args === 'object' && args !== null ? { ...args } : {}
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
