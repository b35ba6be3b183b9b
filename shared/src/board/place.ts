import * as Y from 'yjs'
import { locator, type Located } from './container.ts'
import { indexStructs, type Decoded, type StructIndex } from './struct-index.ts'

/** What is written at a place. */
export type Written =
  | { readonly is: 'value'; readonly value: unknown }
  | { readonly is: 'text' }
  /** Deleted again before it arrived: it says nothing any more. */
  | { readonly is: 'nothing' }

interface At {
  readonly root: string
  readonly id: string
}

/** One place that an update would write to. `fresh`: in a record that the same update makes. */
export type Touch =
  | ({ readonly kind: 'create' } & At)
  | ({ readonly kind: 'set'; readonly key: string; readonly written: Written; readonly fresh: boolean } & At)
  | ({ readonly kind: 'type'; readonly key: string; readonly text: string; readonly fresh: boolean } & At)
  | ({ readonly kind: 'erase-record' } & At)
  | ({ readonly kind: 'erase-key'; readonly key: string } & At)
  | ({ readonly kind: 'erase-text'; readonly key: string; readonly length: number } & At)

export type Touched =
  | { readonly ok: true; readonly touches: readonly Touch[] }
  /** `unknown`: something it builds on hasn't arrived; `shape`: nothing a board could hold. */
  | { readonly ok: false; readonly problem: 'unknown' | 'shape'; readonly reason: string }

class Untouchable extends Error {
  readonly problem: 'unknown' | 'shape'
  constructor(problem: 'unknown' | 'shape', reason: string) {
    super(reason)
    this.problem = problem
  }
}
const shape = (reason: string) => new Untouchable('shape', reason)

/**
 * Where would this update write? Nothing is applied. Structs that the document has already, deletes of what is deleted
 * already, and writes into what was collected are no writes and aren't listed.
 */
export function touchedPlaces(doc: Y.Doc, decoded: Decoded): Touched {
  const index = indexStructs(doc, decoded)
  const locate = locator(doc, index)
  const touches: Touch[] = []
  try {
    for (const struct of decoded.structs) {
      if (!(struct instanceof Y.Item)) continue
      if (struct.id.clock + struct.length <= Y.getState(doc.store, struct.id.client)) continue
      const touch = touchOf(struct, locate(struct))
      if (touch !== null) touches.push(touch)
    }
    touches.push(...erasures(decoded, index, locate))
    return { ok: true, touches }
  } catch (thrown) {
    if (thrown instanceof Untouchable) return { ok: false, problem: thrown.problem, reason: thrown.message }
    throw thrown
  }
}

function touchOf(item: Y.Item, { container, key }: Located): Touch | null {
  switch (container.level) {
    case 'gone':
      return null
    case 'unknown':
      throw new Untouchable('unknown', 'This change builds on something that has not arrived yet.')
    case 'too-deep':
      throw shape('A board has no such place: it is nested too deeply.')
    case 'root':
      return inRoot(item, container.root, key)
    case 'record': {
      if (key === null) throw shape('A record holds its values by name.')
      return {
        kind: 'set',
        root: container.root,
        id: container.id,
        key,
        written: writtenOf(item),
        fresh: container.fresh,
      }
    }
    case 'text':
      if (key !== null) throw shape('A text holds characters only.')
      return {
        kind: 'type',
        root: container.root,
        id: container.id,
        key: container.key,
        text: textOf(item),
        fresh: container.fresh,
      }
  }
}

function inRoot(item: Y.Item, root: string, key: string | null): Touch {
  if (key === null) throw shape('A board holds its records by id.')
  const { content } = item
  // Exactly a map, and below exactly a text: types that inherit from them carry names and attributes that nobody checks.
  if (content instanceof Y.ContentType && content.type.constructor === Y.Map) return { kind: 'create', root, id: key }
  if (content instanceof Y.ContentAny || content instanceof Y.ContentDeleted) {
    return { kind: 'set', root, id: key, key, written: writtenOf(item), fresh: false }
  }
  throw shape('A board has no place for this kind of content.')
}

function writtenOf({ content }: Y.Item): Written {
  if (content instanceof Y.ContentAny && content.arr.length === 1) return { is: 'value', value: content.arr[0] }
  if (content instanceof Y.ContentBinary) return { is: 'value', value: content.content }
  if (content instanceof Y.ContentType && content.type.constructor === Y.Text) return { is: 'text' }
  if (content instanceof Y.ContentDeleted) return { is: 'nothing' }
  throw shape('A record has no place for this kind of content.')
}

function textOf({ content }: Y.Item): string {
  if (content instanceof Y.ContentString) return content.str
  if (content instanceof Y.ContentDeleted) return ''
  throw shape('A text holds characters only.')
}

function* erasures(decoded: Decoded, index: StructIndex, locate: (item: Y.Item) => Located): Generator<Touch> {
  for (const [client, ranges] of decoded.ds.clients) {
    for (const { clock, len } of ranges) {
      let reached = clock
      for (const struct of index.each(client, clock, clock + len)) {
        const end = Math.min(struct.id.clock + struct.length, clock + len)
        // An own struct that goes at once was never there; one of the document counts unless it is deleted already.
        if (struct instanceof Y.Item && !struct.deleted && !index.isOwn(struct)) {
          const touch = erasureOf(locate(struct), end - reached)
          if (touch !== null) yield touch
        }
        reached = end
      }
      if (reached < clock + len)
        throw new Untouchable('unknown', 'This change removes something that has not arrived yet.')
    }
  }
}

function erasureOf({ container, key }: Located, length: number): Touch | null {
  switch (container.level) {
    case 'root':
      return { kind: 'erase-record', root: container.root, id: key ?? '' }
    case 'record':
      return { kind: 'erase-key', root: container.root, id: container.id, key: key ?? '' }
    case 'text':
      return { kind: 'erase-text', root: container.root, id: container.id, key: container.key, length }
    case 'gone':
    case 'unknown':
    case 'too-deep':
      return null
  }
}
