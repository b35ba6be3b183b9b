import { SYNC } from '@momentous/shared/wire/frames'
import * as encoding from 'lib0/encoding'
import { messageYjsSyncStep2, writeSyncStep1, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'

/** Sync frames of the y-websocket protocol. */
export function updateFrame(update: Uint8Array): Uint8Array {
  return frame((encoder) => writeUpdate(encoder, update))
}

/** Asks for what `doc` lacks. */
export function askFrame(doc: Y.Doc): Uint8Array {
  return frame((encoder) => writeSyncStep1(encoder, doc))
}

/** What somebody with this state vector lacks. Throws when the vector can't be read. */
export function answerFrame(doc: Y.Doc, vector: Uint8Array): Uint8Array {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, messageYjsSyncStep2)
    encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(doc, vector))
  })
}

function frame(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, SYNC)
  write(encoder)
  return encoding.toUint8Array(encoder)
}
