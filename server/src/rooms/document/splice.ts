import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { StoredContent } from '../../storage/storage.ts'
import { cutsOf } from './cuts.ts'
import { readUpdateBytes } from './update-bytes.ts'

export interface Spliced {
  /** The whole document as one update (v1). */
  readonly update: Uint8Array
  /** Its state vector, encoded. */
  readonly vector: Uint8Array
}

interface Deletes {
  readonly authors: number
  readonly bytes: Uint8Array
}

/** One author's parts, in several stretches of bytes. */
interface Strand {
  readonly clock: number
  until: number
  count: number
  readonly bytes: Uint8Array[]
}

/**
 * Makes one update out of a snapshot and the updates after it without understanding any of it: each author's bytes one
 * behind the other. A newcomer gets all of it at once, and no document is needed for that. An update that is in there
 * twice does no harm; throws when something is missing in between.
 */
export function splice({ snapshot, updates }: StoredContent): Spliced {
  if (snapshot !== null && updates.length === 0) return { update: snapshot.whole, vector: snapshot.vector }
  const strands = new Map<number, Strand>()
  const deletes: Deletes[] = []
  if (snapshot !== null) {
    const { whole } = snapshot
    const cuts = cutsOf(snapshot)
    const vector = Y.decodeStateVector(snapshot.vector)
    for (const { client, clock, count, from, to } of cuts.pieces.flat()) {
      const until = vector.get(client) ?? 0
      add(strands, { client, clock, until, count, bytes: whole.subarray(from, to) }, true)
    }
    deletes.push({ authors: cuts.deletes.authors, bytes: whole.subarray(cuts.deletes.from) })
  }
  for (const update of updates) {
    const read = readUpdateBytes(update)
    for (const group of read.groups) {
      if (group.until <= (strands.get(group.client)?.until ?? 0)) continue
      add(strands, { ...group, bytes: update.subarray(group.from, group.to) }, false)
    }
    deletes.push({ authors: read.deletes.authors, bytes: update.subarray(read.deletes.from) })
  }
  return { update: written(strands, deletes), vector: vectorOf(strands) }
}

interface Piece {
  readonly client: number
  readonly clock: number
  readonly until: number
  readonly count: number
  readonly bytes: Uint8Array
}

/** `isCut`: pieces of one snapshot follow each other by themselves, and their ends are known only together. */
function add(strands: Map<number, Strand>, { client, clock, until, count, bytes }: Piece, isCut: boolean): void {
  const strand = strands.get(client)
  if (clock !== (strand?.until ?? 0) && !(isCut && strand !== undefined)) throw new Error('An update is missing.')
  if (strand === undefined) return void strands.set(client, { clock, until, count, bytes: [bytes] })
  strand.until = until
  strand.count += count
  strand.bytes.push(bytes)
}

/** Copied once, into a place of the right size. */
function written(strands: ReadonlyMap<number, Strand>, deletes: readonly Deletes[]): Uint8Array {
  const all = [numbers(strands.size)]
  for (const [client, { clock, count, bytes }] of strands) all.push(numbers(count, client, clock), ...bytes)
  all.push(numbers(deletes.reduce((sum, { authors }) => sum + authors, 0)))
  return Buffer.concat([...all, ...deletes.map(({ bytes }) => bytes)])
}

function vectorOf(strands: ReadonlyMap<number, Strand>): Uint8Array {
  return numbers(strands.size, ...[...strands].flatMap(([client, { until }]) => [client, until]))
}

function numbers(...all: readonly number[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const each of all) encoding.writeVarUint(encoder, each)
  return encoding.toUint8Array(encoder)
}
