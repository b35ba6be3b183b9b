import type { Actor } from '@momentous/shared/domain/actor'
import { closeCodes, writeFrame, type FrameName, type FrameOf } from '@momentous/shared/wire/frames'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Bearer } from '../../links/capability.ts'
import { limits } from '../limits.ts'
import { sayGoodbye } from './goodbye.ts'
import { lineOf } from './line.ts'
import type { Tick } from './tick.ts'
import { framed, headerOf, LARGE, pingFrame } from './ws-frame.ts'

/** One socket on a board. */
export interface Peer {
  readonly bearer: Bearer
  /** Asked for `momentous.v1`: gets frames from 64 up. */
  readonly speaksOurs: boolean
  /** Gets presence in its compact form, and no awareness. */
  readonly readsCompact: boolean
  /** Follows the seat: a name or role that changes while the socket is open counts at once. */
  actor: Actor
  /** Has had the document, so it gets what comes after. */
  synced: boolean
  /** Was told who it is; nothing of ours comes before that. */
  greeted: boolean
  /** The last phase that it says it was told. */
  toldPhase: number | null
  /** The client id that its presence goes by. */
  presenceClient: number | null
  readonly gap: Gap
  readonly questions: Questions
  /** Leaves with the next tick, in its order, like everything that is told. */
  send(bytes: Uint8Array): void
  /** A message that was `framed` once and goes to several peers. */
  pass(message: Buffer): void
  tell<Name extends FrameName>(name: Name, fields: FrameOf<Name>): void
  /** False for a reader that is behind: it gets no presence. */
  keepsUp(): boolean
  /** A document may be larger than what a slow reader may have waiting. */
  sendDocument(bytes: Uint8Array): void
  close(code: number, reason: string): void
  isOpen(): boolean
  /** Bytes that the line hasn't taken yet. */
  waits(): number
  ping(): void
}

/** What a socket asked for. */
export interface Speech {
  /** `momentous.v1`. */
  readonly ours: boolean
  /** Presence in its compact form. */
  readonly compact: boolean
}

/** Frames that build on something that hasn't arrived: kept until the answer to our question for it is here. */
export interface Gap {
  asked: boolean
  bytes: number
  readonly frames: Uint8Array[]
}

/** What a peer asked for the board with, and what it was answered (`questions.ts`). */
export interface Questions {
  underWay: boolean
  /** What it asked last and wasn't answered. */
  next: Uint8Array | null
  answeredAt: number | null
  /** Was asked for what it has that the board lacks. */
  asked: boolean
}

export interface PeerSocket {
  readonly socket: WebSocket
  /** The bare connection below it. */
  readonly line: Duplex
}

export function createPeer(parts: PeerSocket, bearer: Bearer, speech: Speech, tick: Tick): Peer {
  const { socket } = parts
  const line = lineOf(parts, tick)
  /** What may wait on top of the usual backlog, until it has drained once. */
  let allowance = 0

  /** False for a reader that is too slow, and closed. */
  function hasRoom(): boolean {
    const waiting = line.waiting()
    if (waiting < limits.presenceBacklog) allowance = 0
    if (waiting <= limits.backlog + allowance) return true
    dismiss()
    return false
  }

  function dismiss(): void {
    line.forget()
    close(closeCodes.tooSlow, 'Too slow to read.')
  }

  function send(bytes: Uint8Array): void {
    if (!line.isOpen() || !hasRoom()) return
    if (bytes.length < LARGE) return line.add(framed(bytes), false)
    line.add(headerOf(bytes.length), false)
    line.add(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), false)
  }

  function pass(message: Buffer): void {
    if (line.isOpen() && hasRoom()) line.add(message, true)
  }

  function close(code: number, reason: string): void {
    if (socket.readyState === socket.CLOSED) return
    // Behind the closing frame nothing may come.
    line.write()
    sayGoodbye(socket, code, reason)
  }

  return {
    bearer,
    speaksOurs: speech.ours,
    readsCompact: speech.ours && speech.compact,
    actor: bearer.actor,
    synced: false,
    greeted: false,
    toldPhase: null,
    presenceClient: null,
    gap: { asked: false, bytes: 0, frames: [] },
    questions: { underWay: false, next: null, answeredAt: null, asked: false },
    send,
    pass,
    tell(name, fields) {
      if (speech.ours) send(writeFrame(name, fields))
    },
    keepsUp: () => line.waiting() < limits.presenceBacklog,
    sendDocument(bytes) {
      // One document may wait, not as many as somebody asks for without reading them.
      if (allowance > 0 && line.waiting() > limits.backlog) return dismiss()
      send(bytes)
      allowance += bytes.length
    },
    close,
    isOpen: line.isOpen,
    waits: () => line.waiting(),
    ping: () => pass(pingFrame),
  }
}
