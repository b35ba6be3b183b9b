import { AWARENESS } from '@momentous/shared/wire/frames'
import { PRESENCE_MAX, readPresence, type PresenceFields } from '@momentous/shared/wire/presence'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { limits } from './limits.ts'

/** One client's state in an awareness frame of the y-websocket protocol; `state` is JSON. */
export interface PresenceEntry {
  readonly client: number
  readonly clock: number
  readonly state: string
}

export function writePresence(entries: readonly PresenceEntry[]): Uint8Array {
  const body = encoding.createEncoder()
  encoding.writeVarUint(body, entries.length)
  for (const { client, clock, state } of entries) {
    encoding.writeVarUint(body, client)
    encoding.writeVarUint(body, clock)
    encoding.writeVarString(body, state)
  }
  const frame = encoding.createEncoder()
  encoding.writeVarUint(frame, AWARENESS)
  encoding.writeVarUint8Array(frame, encoding.toUint8Array(body))
  return encoding.toUint8Array(frame)
}

export interface PresenceRead {
  readonly client: number
  readonly clock: number
  /** Null when the client says that it goes. */
  readonly state: PresenceFields | null
}

/** As many as a stock client may send back: everybody on a board. */
const STATES_MAX = limits.sockets

/** The states of a frame's body, as far as they can be read; what is too large or too many is left out. Never throws. */
export function* readPresenceOf(body: Uint8Array): Generator<PresenceRead> {
  try {
    const decoder = decoding.createDecoder(body)
    const count = Math.min(decoding.readVarUint(decoder), STATES_MAX)
    for (let at = 0; at < count; at++) {
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const json = decoding.readVarString(decoder)
      if (json.length > PRESENCE_MAX) continue
      const raw: unknown = JSON.parse(json)
      if (raw === null) yield { client, clock, state: null }
      const state = readPresence(raw)
      if (state !== null) yield { client, clock, state }
    }
  } catch {
    // Half a frame says nothing; the next one will.
  }
}
