import type { CommandId, SeatId } from '@momentous/shared/domain/id'
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { createHash } from 'node:crypto'
import type { StoredBoard } from './storage.ts'

/**
 * A board as one file beside the database, for the day on which the database can't be read: everything but the vault,
 * which must be able to disappear, and the images, which would be written again with every change. First line, checksum of what follows, facts, document.
 */
const MAGIC = new TextEncoder().encode('momentous board 1\n')
const CHECKSUM_LENGTH = 32

/** A board without what nobody may see. */
export type CopiedBoard = Omit<StoredBoard, 'vault'>

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

export function encodeBoardFile(board: CopiedBoard): Uint8Array {
  const { record, seats, links, head, glance, clientIds, commands, snapshot, updates } = board
  const body = createEncoder()
  const facts = { record, seats, links, head, glance, clientIds: [...clientIds], commands: [...commands] }
  writeVarString(body, JSON.stringify(facts))
  writeVarUint(body, snapshot?.through ?? 0)
  for (const part of [snapshot?.whole, snapshot?.cuts, snapshot?.vector])
    writeVarUint8Array(body, part ?? new Uint8Array())
  writeVarUint(body, updates.length)
  for (const update of updates) writeVarUint8Array(body, update)
  const bytes = toUint8Array(body)
  const file = new Uint8Array(MAGIC.length + CHECKSUM_LENGTH + bytes.length)
  file.set(MAGIC)
  file.set(sha256(bytes), MAGIC.length)
  file.set(bytes, MAGIC.length + CHECKSUM_LENGTH)
  return file
}

interface Facts extends Pick<CopiedBoard, 'record' | 'seats' | 'links' | 'head' | 'glance'> {
  readonly clientIds: readonly (readonly [number, SeatId])[]
  readonly commands: readonly CommandId[]
}

/** Null for a file that isn't what was written. */
export function decodeBoardFile(file: Uint8Array): CopiedBoard | null {
  const body = file.subarray(MAGIC.length + CHECKSUM_LENGTH)
  if (Buffer.compare(file.subarray(0, MAGIC.length), MAGIC) !== 0) return null
  if (Buffer.compare(file.subarray(MAGIC.length, MAGIC.length + CHECKSUM_LENGTH), sha256(body)) !== 0) return null
  const decoder = createDecoder(body)
  // The checksum says that we wrote this: here unknown becomes known.
  const facts = JSON.parse(readVarString(decoder)) as Facts
  const through = readVarUint(decoder)
  const part = (): Uint8Array => readVarUint8Array(decoder).slice()
  const [whole, cuts, vector] = [part(), part(), part()]
  const updates = Array.from({ length: readVarUint(decoder) }, part)
  return {
    ...facts,
    clientIds: new Map(facts.clientIds),
    commands: new Set(facts.commands),
    through,
    snapshot: through === 0 ? null : { through, whole, cuts, vector },
    updates,
  }
}
