import { SYNC } from '@momentous/shared/wire/frames'
import * as encoding from 'lib0/encoding'
import { messageYjsSyncStep1, messageYjsSyncStep2, writeUpdate } from 'y-protocols/sync'

/** Sync frames of the y-websocket protocol. */
export function updateFrame(update: Uint8Array): Uint8Array {
  return frame((encoder) => writeUpdate(encoder, update))
}

/** Asks for what a document with this state vector lacks. */
export function questionFrame(vector: Uint8Array): Uint8Array {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, messageYjsSyncStep1)
    encoding.writeVarUint8Array(encoder, vector)
  })
}

/** Answers a question for the board; copies the update once, as it may be large. */
export function documentFrame(update: Uint8Array): Uint8Array {
  const head = frame((encoder) => {
    encoding.writeVarUint(encoder, messageYjsSyncStep2)
    encoding.writeVarUint(encoder, update.length)
  })
  return Buffer.concat([head, update])
}

function frame(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, SYNC)
  write(encoder)
  return encoding.toUint8Array(encoder)
}
