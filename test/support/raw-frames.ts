import { AWARENESS, PRESENCE, SYNC } from '@momentous/shared/wire/frames'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

export interface RawFrame {
  readonly number: number
  /** Of a frame of ours: its fields. */
  readonly fields: ReturnType<typeof JSON.parse>
  readonly bytes: Uint8Array
}

/** A frame of the sync protocol: 0 asks with a state vector, 1 answers, 2 brings an update. */
export function sync(kind: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, SYNC)
  encoding.writeVarUint(encoder, kind)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}

/** Asks for the whole board. */
export function question(): Uint8Array {
  return sync(0, Uint8Array.of(0))
}

/** A frame of ours, with whatever fields. */
export function own(number: number, fields: unknown): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, number)
  encoding.writeVarString(encoder, JSON.stringify(fields))
  return encoding.toUint8Array(encoder)
}

/** What somebody says about themselves. */
export function awareness(client: number, clock: number, state: unknown): Uint8Array {
  const body = encoding.createEncoder()
  encoding.writeVarUint(body, 1)
  encoding.writeVarUint(body, client)
  encoding.writeVarUint(body, clock)
  encoding.writeVarString(body, JSON.stringify(state))
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, AWARENESS)
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body))
  return encoding.toUint8Array(encoder)
}

/** What awareness frames said, in order. */
export function presenceIn(
  frames: readonly RawFrame[],
): { client: number; clock: number; state: RawFrame['fields'] }[] {
  return frames
    .filter(({ number }) => number === AWARENESS)
    .flatMap(({ bytes }) => {
      const frame = decoding.createDecoder(bytes)
      decoding.readVarUint(frame)
      const body = decoding.createDecoder(decoding.readVarUint8Array(frame))
      return Array.from({ length: decoding.readVarUint(body) }, () => ({
        client: decoding.readVarUint(body),
        clock: decoding.readVarUint(body),
        state: JSON.parse(decoding.readVarString(body)),
      }))
    })
}

export function readRaw(data: Buffer): RawFrame {
  const decoder = decoding.createDecoder(data)
  const number = decoding.readVarUint(decoder)
  return {
    number,
    fields: number >= 64 && number !== PRESENCE ? JSON.parse(decoding.readVarString(decoder)) : null,
    bytes: data,
  }
}

/** Takes what the server knows, and answers its question with everything that the document has. */
export function takeSync(doc: Y.Doc, data: Buffer): Uint8Array | null {
  const decoder = decoding.createDecoder(data)
  if (decoding.readVarUint(decoder) !== SYNC) return null
  const kind = decoding.readVarUint(decoder)
  const bytes = decoding.readVarUint8Array(decoder)
  if (kind === 0) return sync(1, Y.encodeStateAsUpdate(doc, bytes))
  Y.applyUpdate(doc, bytes, 'server')
  return null
}
