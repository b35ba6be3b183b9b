import type { Actor } from '@momentous/shared/domain/actor'
import { closeCodes, writeFrame, type FrameName, type FrameOf } from '@momentous/shared/wire/frames'
import type { WebSocket } from 'ws'
import type { Bearer } from '../../links/capability.ts'
import { limits } from '../limits.ts'
import { sayGoodbye } from './goodbye.ts'
import { lineOf, type Line, type PeerSocket } from './line.ts'
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
  /** What it was told to go with; null while it may stay. */
  readonly dismissed: number | null
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

export function createPeer(parts: PeerSocket, bearer: Bearer, speech: Speech, tick: Tick): Peer {
  return new OnePeer(parts, bearer, speech, tick)
}

/** There are thousands of them, so what they share lies in one place. */
class OnePeer implements Peer {
  readonly bearer: Bearer
  readonly speaksOurs: boolean
  readonly readsCompact: boolean
  actor: Actor
  synced = false
  greeted = false
  toldPhase: number | null = null
  presenceClient: number | null = null
  dismissed: number | null = null
  readonly gap: Gap = { asked: false, bytes: 0, frames: [] }
  readonly questions: Questions = { underWay: false, next: null, answeredAt: null, asked: false }
  readonly #socket: WebSocket
  readonly #line: Line
  /** What may wait on top of the usual backlog, until it has drained once. */
  #allowance = 0

  constructor(parts: PeerSocket, bearer: Bearer, speech: Speech, tick: Tick) {
    this.bearer = bearer
    this.actor = bearer.actor
    this.speaksOurs = speech.ours
    this.readsCompact = speech.ours && speech.compact
    this.#socket = parts.socket
    this.#line = lineOf(parts, tick)
  }

  send(bytes: Uint8Array): void {
    const line = this.#line
    if (!line.isOpen() || !this.#hasRoom()) return
    if (bytes.length < LARGE) return line.add(framed(bytes), false)
    line.add(headerOf(bytes.length), false)
    line.add(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), false)
  }

  pass(message: Buffer): void {
    if (this.#line.isOpen() && this.#hasRoom()) this.#line.add(message, true)
  }

  tell<Name extends FrameName>(name: Name, fields: FrameOf<Name>): void {
    if (this.speaksOurs) this.send(writeFrame(name, fields))
  }

  keepsUp(): boolean {
    return this.waits() < limits.presenceBacklog
  }

  sendDocument(bytes: Uint8Array): void {
    // One document may wait, not as many as somebody asks for without reading them.
    if (this.#allowance > 0 && this.waits() > limits.backlog) return this.#dismiss()
    this.send(bytes)
    this.#allowance += bytes.length
  }

  close(code: number, reason: string): void {
    const socket = this.#socket
    if (socket.readyState === socket.CLOSED) return
    this.dismissed ??= code
    // Behind the closing frame nothing may come.
    this.#line.write()
    sayGoodbye(socket, code, reason)
  }

  isOpen(): boolean {
    return this.#line.isOpen()
  }

  waits(): number {
    return this.#line.waiting()
  }

  ping(): void {
    this.pass(pingFrame)
  }

  /** False for a reader that is too slow, and closed. */
  #hasRoom(): boolean {
    const waiting = this.waits()
    if (waiting < limits.presenceBacklog) this.#allowance = 0
    if (waiting <= limits.backlog + this.#allowance) return true
    this.#dismiss()
    return false
  }

  #dismiss(): void {
    this.#line.forget()
    this.close(closeCodes.tooSlow, 'Too slow to read.')
  }
}
