import { readPresenceNews, writeOwnPresence } from '@momentous/shared/wire/compact-presence'
import { AWARENESS, COMPACT, frames, OURS, PRESENCE, readFrame, SYNC, writeFrame } from '@momentous/shared/wire/frames'
import { NOTHING, type PresenceFields } from '@momentous/shared/wire/presence'
import * as decoding from 'lib0/decoding'
import { messageYjsSyncStep1, messageYjsUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { awareness, sync } from '../support/raw-frames.ts'
import type { Mark } from './marks.ts'

/**
 * `ours`: as this client speaks. `plain`: the same line, but presence as plain awareness. `stock`: nothing but the
 * y-websocket protocol, as a stranger's load generator would speak.
 */
export const tongues = ['ours', 'plain', 'stock'] as const
export type Tongue = (typeof tongues)[number]

/** What a frame from the server says. */
export interface Ear {
  /** Somebody's note is here now. */
  place(x: number, y: number): void
  /** Somebody's cursor is here now. */
  cursor(x: number, y: number): void
  saved(keys: readonly number[]): void
}

/** How one person talks to the server. */
export interface Speech {
  /** A cursor, and what else there is to say of somebody. */
  presence(cursor: Mark, more?: Partial<PresenceFields>): Uint8Array
  /** Null for who doesn't say that it still lives. */
  pulse(): Uint8Array | null
  hear(payload: Uint8Array, ear: Partial<Ear>): void
}

const offered: Readonly<Record<Tongue, readonly string[]>> = { ours: [OURS, COMPACT], plain: [OURS], stock: [] }

export const protocolsFor = (tongue: Tongue, token: string): readonly string[] => [...offered[tongue], `cap.${token}`]

export function createSpeech(tongue: Tongue, client: number): Speech {
  let clock = 0
  return {
    presence(cursor, more = {}) {
      const fields: PresenceFields = { ...NOTHING, ...more, cursor: [cursor[0], cursor[1]] }
      if (tongue === 'ours') return writeOwnPresence(fields)
      const state = tongue === 'plain' ? fields : { user: { name: 'Participant', color: '#30bced' }, cursor }
      return awareness(client, ++clock, state)
    },
    pulse: () =>
      tongue === 'stock'
        ? null
        : writeFrame('pulse', { now: Date.now(), phase: 'post', phaseNumber: 1, writable: true }),
    hear,
  }
}

export const updateFrame = (update: Uint8Array): Uint8Array => sync(messageYjsUpdate, update)

/** The update that a frame brings, as news or as an answer; null for any other frame. */
export function updateIn(payload: Uint8Array): Uint8Array | null {
  const decoder = decoding.createDecoder(payload)
  if (decoding.readVarUint(decoder) !== SYNC || decoding.readVarUint(decoder) === messageYjsSyncStep1) return null
  return decoding.readVarUint8Array(decoder)
}

function hear(payload: Uint8Array, ear: Partial<Ear>): void {
  const decoder = decoding.createDecoder(payload)
  const number = decoding.readVarUint(decoder)
  if (number === SYNC) {
    const kind = decoding.readVarUint(decoder)
    if (kind === messageYjsUpdate && ear.place !== undefined) readPlaces(decoding.readVarUint8Array(decoder), ear.place)
  } else if (number === AWARENESS) {
    if (ear.cursor !== undefined) readStates(decoding.readVarUint8Array(decoder), ear.cursor)
  } else if (number === PRESENCE) {
    if (ear.cursor !== undefined) readNews(decoder, ear.cursor)
  } else if (number === frames.saved.number && ear.saved !== undefined) {
    const frame = readFrame(number, decoder)
    if (frame?.frame === 'saved') ear.saved(frame.fields.keys)
  }
}

function readPlaces(update: Uint8Array, tell: Ear['place']): void {
  for (const struct of Y.decodeUpdate(update).structs) {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentAny)) continue
    const [place] = struct.content.arr as unknown[]
    if (Array.isArray(place) && place.length === 4) tell(Number(place[0]), Number(place[1]))
  }
}

function readStates(body: Uint8Array, tell: Ear['cursor']): void {
  const decoder = decoding.createDecoder(body)
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    decoding.readVarUint(decoder)
    decoding.readVarUint(decoder)
    const state = JSON.parse(decoding.readVarString(decoder)) as { cursor?: unknown } | null
    if (Array.isArray(state?.cursor)) tell(Number(state.cursor[0]), Number(state.cursor[1]))
  }
}

function readNews(decoder: decoding.Decoder, tell: Ear['cursor']): void {
  for (const change of readPresenceNews(decoder)?.changes ?? []) {
    const cursor = change.gone ? null : change.fields.cursor
    if (cursor) tell(cursor[0], cursor[1])
  }
}
