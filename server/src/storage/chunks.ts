import { createDecoder, hasContent, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarUint8Array } from 'lib0/encoding'
import { createHash } from 'node:crypto'

/** A snapshot's chunks as one row: each with its length before it. */
export function packChunks(chunks: readonly Uint8Array[]): Uint8Array {
  const encoder = createEncoder()
  for (const chunk of chunks) writeVarUint8Array(encoder, chunk)
  return toUint8Array(encoder)
}

/** Throws when the bytes are cut short. */
export function unpackChunks(bytes: Uint8Array): readonly Uint8Array[] {
  const decoder = createDecoder(bytes)
  const chunks: Uint8Array[] = []
  while (hasContent(decoder)) chunks.push(readVarUint8Array(decoder).slice())
  return chunks
}

/** Covers what the row says, its number too, so that a row can't be mistaken for another. */
export function checksum(through: number, vector: Uint8Array, bytes: Uint8Array): string {
  return createHash('sha256').update(`${through} ${vector.length} `).update(vector).update(bytes).digest('hex')
}
