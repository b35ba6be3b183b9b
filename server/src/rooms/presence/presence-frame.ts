import { AWARENESS } from '@momentous/shared/wire/frames'
import { PRESENCE_MAX, readPresence, type PresenceFields } from '@momentous/shared/wire/presence'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { limits } from '../limits.ts'
import { headerOf } from '../line/ws-frame.ts'

/** One client's state in an awareness frame of the y-websocket protocol; `state` is JSON. */
export interface PresenceEntry {
  readonly client: number
  readonly clock: number
  readonly state: string
}

/** States as awareness, encoded once: for everybody, or for one of those whom they are about. */
export interface AwarenessFrames {
  readonly whole: Buffer
  /** Without this client's own state; null when there is no other. */
  without(client: number): Buffer | null
}

export function awarenessFrames(entries: readonly PresenceEntry[]): AwarenessFrames {
  const encoder = encoding.createEncoder()
  const spans = new Map<number, readonly [from: number, to: number]>()
  for (const { client, clock, state } of entries) {
    const from = encoding.length(encoder)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, state)
    spans.set(client, [from, encoding.length(encoder)])
  }
  const states = encoding.toUint8Array(encoder)
  const whole = awarenessMessage(entries.length, states, states.length, states.length)
  return {
    whole,
    without(client) {
      const [from, to] = spans.get(client) ?? [0, 0]
      if (from === to) return whole
      return entries.length === 1 ? null : awarenessMessage(entries.length - 1, states, from, to)
    },
  }
}

/** The message that tells so many states: all bytes of them but those between `from` and `to`. Written in one go, for it is often made. */
function awarenessMessage(count: number, states: Uint8Array, from: number, to: number): Buffer {
  const left = states.length - (to - from)
  const body = varUintLength(count) + left
  const header = headerOf(1 + varUintLength(body) + body)
  const message = Buffer.allocUnsafe(header.length + 1 + varUintLength(body) + body)
  message.set(header)
  message[header.length] = AWARENESS
  let at = setVarUint(message, header.length + 1, body)
  at = setVarUint(message, at, count)
  message.set(states.subarray(0, from), at)
  message.set(states.subarray(to), at + from)
  return message
}

function varUintLength(value: number): number {
  return value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x200000 ? 3 : 4
}

/** Answers where it ends. */
function setVarUint(into: Buffer, at: number, value: number): number {
  let [rest, next] = [value, at]
  for (; rest > 0x7f; rest >>>= 7) into[next++] = 0x80 | (rest & 0x7f)
  into[next++] = rest
  return next
}

export interface PresenceRead {
  readonly client: number
  readonly clock: number
  /** Null when the client says that it goes. */
  readonly state: PresenceFields | null
}

/** As many as a stock client may send back: everybody on a board. */
const STATES_MAX = limits.sockets

/**
 * The states of a frame's body that are news, as far as they can be read; what is too large or too many is left out. A
 * stock client sends everybody's states back, so what is no news is passed over unread. Never throws.
 */
export function* readPresenceOf(
  body: Uint8Array,
  isNews: (client: number, clock: number) => boolean,
): Generator<PresenceRead> {
  try {
    const decoder = decoding.createDecoder(body)
    const count = Math.min(decoding.readVarUint(decoder), STATES_MAX)
    for (let at = 0; at < count; at++) {
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const json = decoding.readVarUint8Array(decoder)
      if (json.length > PRESENCE_MAX || !isNews(client, clock)) continue
      const raw: unknown = JSON.parse(Buffer.from(json.buffer, json.byteOffset, json.length).toString())
      if (raw === null) yield { client, clock, state: null }
      const state = readPresence(raw)
      if (state !== null) yield { client, clock, state }
    }
  } catch {
    // Half a frame says nothing; the next one will.
  }
}
