import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { PACK } from './frames.ts'

/** As many frames as a client has to say within one animation frame, and more. */
export const PACK_MAX = 64

/** Several frames as one message; they count in their order. */
export function writePack(frames: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, PACK)
  for (const frame of frames) encoding.writeVarUint8Array(encoder, frame)
  return new Uint8Array(encoding.toUint8Array(encoder))
}

/** How many frames a message is, so that a pack counts as what is in it. Never throws. */
export function framesIn(message: Uint8Array): number {
  if (message[0] !== PACK) return 1
  try {
    return Math.max(1, readPack(decoding.createDecoder(message.subarray(1))).length)
  } catch {
    return 1
  }
}

/** The frames after the number. Throws when it is no pack, when there are too many, or when one of them is a pack itself. */
export function readPack(decoder: decoding.Decoder): readonly Uint8Array[] {
  const frames: Uint8Array[] = []
  while (decoding.hasContent(decoder)) {
    const frame = decoding.readVarUint8Array(decoder)
    if (frames.length >= PACK_MAX || frame[0] === PACK) throw new RangeError('not a pack')
    frames.push(frame)
  }
  return frames
}
