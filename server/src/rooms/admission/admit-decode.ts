import { PACKED_POINTS_MAX } from '@momentous/shared/board/packed-points'
import type { Decoded } from '@momentous/shared/board/struct-index'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { limits } from '../limits.ts'

export type Decoding =
  | { readonly ok: true; readonly decoded: Decoded }
  | { readonly ok: false; readonly reason: string }

/** Why an update isn't read to its end; the sentence is for its author. */
class Unreadable extends Error {}

export const UNREADABLE = 'This change can’t be read.'
export const TOO_LARGE = 'This change is too large to be taken at once.'
const NO_KIND = 'A board has no place for this kind of content.'
const TWICE = 'This change names one author twice.'

/** What a part of an update may be, by the five bits that say so: collected, deleted, bytes, characters, a type, a value. */
const kinds: ReadonlySet<number> = new Set([0, 1, 3, 4, 7, 8])
const SKIP = 10
/** A map and a text: what a board is made of. */
const types: ReadonlySet<number> = new Set([1, 2])

/** Counts what it reads. */
class Bounded extends Y.UpdateDecoderV1 {
  readonly authors = new Set<number>()
  private parts = 0
  private values = 0

  override readClient(): number {
    const client = super.readClient()
    // Yjs reads only one group an author; of two, one would be left pending.
    if (this.authors.has(client)) throw new Unreadable(TWICE)
    this.authors.add(client)
    if (this.authors.size > limits.authors) throw new Unreadable(TOO_LARGE)
    return client
  }

  override readInfo(): number {
    const info = super.readInfo()
    if (++this.parts > limits.parts) throw new Unreadable(TOO_LARGE)
    if (info !== SKIP && !kinds.has(info & 31)) throw new Unreadable(NO_KIND)
    return info
  }

  override readTypeRef(): number {
    const type = super.readTypeRef()
    if (!types.has(type)) throw new Unreadable(NO_KIND)
    return type
  }

  override readBuf(): Uint8Array {
    const bytes = super.readBuf()
    // The points of a stroke are the longest.
    if (bytes.length > PACKED_POINTS_MAX) throw new Unreadable(NO_KIND)
    return bytes
  }

  override readAny(): unknown {
    // One value a part: more of them are what no record holds.
    if (++this.values > this.parts) throw new Unreadable(NO_KIND)
    return super.readAny()
  }
}

/**
 * Reads an update (v1) part by part, and stops at the first one that no board could hold: nothing is built of a nested
 * document or of a hundred thousand parts only to be refused. What has something behind it is no update either: one in
 * the other encoding reads as one of nothing.
 */
export function decodeChange(bytes: Uint8Array): Decoding {
  const decoder = new Bounded(decoding.createDecoder(bytes))
  const given = new Proxy(Y.UpdateDecoderV1, { construct: () => decoder })
  try {
    const decoded = Y.decodeUpdateV2(bytes, given)
    if (decoding.hasContent(decoder.restDecoder)) return { ok: false, reason: UNREADABLE }
    const isWhole = takesPlace(decoded.structs, decoder.authors.size) && inOrder(decoded.ds)
    return isWhole ? { ok: true, decoded } : { ok: false, reason: UNREADABLE }
  } catch (error) {
    return { ok: false, reason: error instanceof Unreadable ? error.message : UNREADABLE }
  }
}

/**
 * A part that covers no position is none that Yjs writes, but one that it would place: what is judged by its clocks would
 * never be seen. The same goes for an author of no part at all, whose clock nobody would look at.
 */
function takesPlace(structs: Decoded['structs'], authors: number): boolean {
  const seen = new Set<number>()
  for (const { id, length } of structs) {
    if (length < 1) return false
    seen.add(id.client)
  }
  return seen.size === authors
}

/** Deletes lie one behind the other, as Yjs writes them: what overlaps would be walked again and again. */
function inOrder({ clients }: Decoded['ds']): boolean {
  let ranges = 0
  for (const deletes of clients.values()) {
    let end = 0
    ranges += deletes.length
    for (const { clock, len } of deletes) {
      if (clock < end || len < 1) return false
      end = clock + len
    }
  }
  return ranges <= limits.deletes
}
