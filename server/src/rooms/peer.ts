import type { Actor } from '@momentous/shared/domain/actor'
import { closeCodes, writeFrame, type FrameName, type FrameOf } from '@momentous/shared/wire/frames'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Bearer } from '../links/capability.ts'
import { limits } from './limits.ts'

/** One socket on a board. */
export interface Peer {
  readonly bearer: Bearer
  /** Asked for `momentous.v1`: gets frames from 64 up. */
  readonly speaksOurs: boolean
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
  send(bytes: Uint8Array): void
  tell<Name extends FrameName>(name: Name, fields: FrameOf<Name>): void
  /** Dropped when the reader is behind. */
  sendPresence(bytes: Uint8Array): void
  /** A document may be larger than what a slow reader may have waiting. */
  sendDocument(bytes: Uint8Array): void
  close(code: number, reason: string): void
  isOpen(): boolean
  ping(): void
  /** What is sent in between leaves in one write. */
  cork(): void
  uncork(): void
}

/** Frames that build on something that hasn't arrived: kept until the answer to our question for it is here. */
export interface Gap {
  asked: boolean
  bytes: number
  readonly frames: Uint8Array[]
}

/** What a peer asked for the board with: whether an answer is on its way, and what it asked last meanwhile. */
export interface Questions {
  underWay: boolean
  next: Uint8Array | null
}

export interface PeerSocket {
  readonly socket: WebSocket
  /** The bare connection below it. */
  readonly line: Duplex
}

export function createPeer({ socket, line }: PeerSocket, bearer: Bearer, speaksOurs: boolean): Peer {
  /** What may wait on top of the usual backlog, until it has drained once. */
  let allowance = 0

  function send(bytes: Uint8Array): void {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount < limits.presenceBacklog) allowance = 0
    if (socket.bufferedAmount > limits.backlog + allowance) {
      close(closeCodes.tooSlow, 'Too slow to read.')
      return
    }
    socket.send(bytes)
  }

  function close(code: number, reason: string): void {
    if (socket.readyState === socket.CLOSED) return
    socket.close(code, reason)
    // A reader that doesn't read doesn't answer the close either.
    setTimeout(() => socket.terminate(), 2000).unref()
  }

  return {
    bearer,
    speaksOurs,
    actor: bearer.actor,
    synced: false,
    greeted: false,
    toldPhase: null,
    presenceClient: null,
    gap: { asked: false, bytes: 0, frames: [] },
    questions: { underWay: false, next: null },
    send,
    tell(name, fields) {
      if (speaksOurs) send(writeFrame(name, fields))
    },
    sendPresence(bytes) {
      if (socket.bufferedAmount < limits.presenceBacklog) send(bytes)
    },
    sendDocument(bytes) {
      // One document may wait, not as many as somebody asks for without reading them.
      if (allowance > 0 && socket.bufferedAmount > limits.backlog) return close(closeCodes.tooSlow, 'Too slow to read.')
      send(bytes)
      allowance += bytes.length
    },
    close,
    isOpen: () => socket.readyState === socket.OPEN,
    ping: () => {
      if (socket.readyState === socket.OPEN) socket.ping()
    },
    cork: () => line.cork(),
    uncork: () => line.uncork(),
  }
}
