import { createDecoder, hasContent, readVarUint8Array } from 'lib0/decoding'
import { createHash } from 'node:crypto'

/** The one update in a row of the first version, which had the update's length before it. Throws for anything else. */
export function unpackWhole(bytes: Uint8Array): Uint8Array {
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
