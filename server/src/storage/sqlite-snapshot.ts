import { createDecoder, hasContent, readVarUint8Array } from 'lib0/decoding'
import { createHash } from 'node:crypto'
import type { BoardId } from '@momentous/shared/domain/id'
import { columns, type Row } from './sqlite-row.ts'
import type { Snapshot } from './storage.ts'

/** The one update in a row of the first version, which had the update's length before it. Throws for anything else. */
function unpackWhole(bytes: Uint8Array): Uint8Array {
  const decoder = createDecoder(bytes)
  const whole = readVarUint8Array(decoder).slice()
  if (hasContent(decoder)) throw new Error('There is something behind the snapshot.')
  return whole
}

/** Covers what the row says, its number too, so that a row can't be mistaken for another. */
export function checksum(through: number, vector: Uint8Array, bytes: Uint8Array, cuts: Uint8Array | null): string {
  const hash = createHash('sha256').update(`${through} ${vector.length} `).update(vector).update(bytes)
  return (cuts === null ? hash : hash.update(` ${cuts.length} `).update(cuts)).digest('hex')
}

/** A row as the snapshot that it was; null when its checksum is another. Also of a file that has no column for the cuts. */
export function snapshotRecord(row: Row, board: BoardId): Snapshot | null {
  const read = columns(row, board)
  const [through, bytes, vector] = [read.whole('seq'), read.bytes('bytes'), read.bytes('vector')]
  const cuts = (row['cuts'] ?? null) === null ? null : read.bytes('cuts')
  if (checksum(through, vector, bytes, cuts) !== row['sha256']) return null
  return { through, vector, whole: cuts === null ? unpackWhole(bytes) : bytes, cuts: cuts ?? new Uint8Array() }
}
