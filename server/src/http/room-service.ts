import type { BoardSnapshot } from '@momentous/shared/domain/board-snapshot'
import type { BoardId, CommandId } from '@momentous/shared/domain/id'
import type { Session } from '@momentous/shared/domain/session'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Addition } from '@momentous/shared/additions/addition'
import type { Stretch } from '@momentous/shared/board/made-in'
import type { RefusedRuling } from '@momentous/shared/rules/ruling'
import type { Bearer } from '../links/capability.ts'
import type { StoredContent } from '../storage/storage.ts'

/** What the HTTP side needs from the rooms; `rooms/` provides it, tests may stand in for it. */
export interface RoomService {
  /** Runs a governed command the way a socket's would run: checked, applied, on the disk, then told to everybody. */
  command(bearer: Bearer, request: CommandRequest): Promise<CommandAnswer>
  /** Puts the content of a board's file behind what the board has, in one step. */
  add(bearer: Bearer, request: AdditionRequest): Promise<AddedAnswer>
  /** Takes it back. */
  takeBack(bearer: Bearer, stretch: Stretch): Promise<TakenBackAnswer>
  /** The board as it is on the disk. Opens the room when it sleeps. */
  snapshot(board: BoardId): Promise<BoardSnapshot>
  /** The same as it lies there, for whoever reads it elsewhere: nobody needs its document for that. */
  content(board: BoardId): Promise<StoredContent>
  /** Its session alone, for which nobody needs its document. */
  session(board: BoardId): Promise<Session>
  /** Takes an upgrade of `/sync/<id>` from a network; refusals are told by a close code after the handshake. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer, network: string): void
  /** Is anybody there, or was a moment ago? */
  attended(board: BoardId): boolean
  load(): Load
  /** Closes every socket so that its client comes back, and resolves when nothing waits for the disk. */
  close(): Promise<void>
}

/** How much there is to do, and how much waits to be done, over all boards. */
export interface Load {
  readonly rooms: number
  readonly documents: number
  readonly peers: number
  /** Boards with changes on their way to the disk. */
  readonly journals: number
  /** Frames that wait for the disk or a document, and for their board's turn. */
  readonly held: number
  readonly turns: number
  /** Bytes that readers haven't taken, and those of the slowest. */
  readonly backlog: number
  readonly slowest: number
  readonly unwritable: number
  /** Bytes over all sockets since the start. */
  readonly received: number
  readonly sent: number
}

export interface CommandRequest {
  /** Drawn by the author; the same id again changes nothing. */
  readonly id: CommandId
  readonly name: string
  readonly args: unknown
}

export interface AdditionRequest {
  readonly addition: Addition
  readonly weight: Weight
  /** The pictures that the board doesn't have yet. */
  readonly images: readonly ImageBytes[]
}

export interface ImageBytes {
  readonly hash: string
  readonly bytes: Uint8Array
}

/** What a change takes up of what a board's document may hold. */
export interface Weight {
  readonly bytes: number
  readonly parts: number
}

/** Where it was written says what it was, for whoever wants it taken back. */
export type AddedAnswer = RefusedRuling | { readonly allowed: true; readonly stretch: Stretch }
/** How many records went, and how many moments stay because somebody has worked on them since. */
export type TakenBackAnswer = RefusedRuling | { readonly allowed: true; readonly gone: number; readonly kept: number }

export type CommandAnswer =
  /** On the disk; so is the same id sent again. */
  | { readonly state: 'done'; readonly value?: unknown }
  /** A rule says no; the reason is a sentence for the author. */
  | { readonly state: 'refused'; readonly rule: string; readonly reason: string }
  /** The disk took nothing of it. */
  | { readonly state: 'unsaved'; readonly reason: string }
  /** No such command, or arguments that it doesn't take. */
  | { readonly state: 'unfit'; readonly reason: string }
