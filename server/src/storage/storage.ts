import type { Delivery } from '@momentous/shared/domain/delivery'
import type { BoardId, CommandId, SeatId } from '@momentous/shared/domain/id'
import type { Role, Workplace } from '@momentous/shared/domain/role'
import type { Instant } from '@momentous/shared/domain/session'
import type { HookEntry, StoredHook, WaitingDelivery } from './hook.ts'

/**
 * Where boards are kept. Every engine promises, and `test/contract/storage.test.ts` asks each of them:
 *
 * - A commit that resolved is on the disk; it survives a kill of the process at any moment.
 * - The entries of one commit are kept all together or not at all, in their order.
 * - The commits of one board are kept in the order in which `commit` was called, whatever the engine groups.
 * - A failed commit rejects alone: other boards go on. Commits of the same board that were handed over before the
 *   failure was told reject with it (`behind-failed`), because an update may build on the one before it.
 * - Reads never wait for a commit that runs, and see every commit that resolved before they were asked.
 * - A rejection with `down` says that nobody knows: the commit may be on the disk. Whoever asked reads again.
 * - What fails because of the disk is answered again as soon as the disk is well, without a restart.
 * - What is deleted leaves no bytes behind in the engine's files once the engine is idle.
 *
 * Every rejection is a `StorageFault`.
 */
export interface Storage {
  /** The board's record, seats and links without its content; null when there is no such board. */
  board(id: BoardId): Promise<BoardFacts | null>
  /** Who holds the token with this hash, open or closed; null when nobody ever did. */
  capability(hash: string): Promise<Capability | null>
  /** All that a room stands on while nobody needs its document. Rejects with `damaged-board` for this board alone. */
  room(id: BoardId): Promise<StoredRoom | null>
  /** What the document is made of, and what a newcomer is sent. Rejects with `damaged-board` for this board alone. */
  content(id: BoardId): Promise<StoredContent | null>
  /** Both as of one moment; null when there is no such board. */
  load(id: BoardId): Promise<StoredBoard | null>
  /** The bytes of the board's image with this SHA-256; null when it has none. */
  image(id: BoardId, hash: string): Promise<Uint8Array | null>
  images(id: BoardId): Promise<ImageShelf>
  /** The boards that go by themselves one day: those with a `deleteAt` or `idleDays`. One that can't be read is left out. */
  expiring(): Promise<readonly BoardRecord[]>
  /** Where the board tells that its session is finished, and the last deliveries, newest first; null while it tells nobody. */
  hook(id: BoardId): Promise<StoredHook | null>
  /** Over all boards, what waits to be delivered: what was never tried, then what is due first, at most so many. */
  waiting(most: number): Promise<readonly WaitingDelivery[]>
  /** What a delivery says, once it was written down; null before, and once it is done. */
  deliveryBody(id: BoardId, delivery: Delivery['id']): Promise<Uint8Array | null>
  /** Resolves, once everything is on the disk, with the number of the board's last update. */
  commit(id: BoardId, entries: readonly Entry[]): Promise<number>
  /** Resolves while reads and commits are answered. */
  ready(): Promise<void>
  /** Waits for everything handed over, then lets go of the files. */
  close(): Promise<void>
}

export type Door = 'open' | 'closed'

export interface BoardRecord {
  readonly id: BoardId
  /** Changes with restore and repair: another epoch means a fresh document for every client. */
  readonly epoch: number
  /** Closed to newcomers; seats stay. */
  readonly door: Door
  /** Takes over when no facilitator is left. */
  readonly heir: SeatId | null
  readonly createdAt: Instant
  /** Salt and hash of what is asked for at the door (`links/passphrase.ts`); null for nothing. */
  readonly passphrase: string | null
  /** The board goes at this moment; null for never. */
  readonly deleteAt: Instant | null
  /** The board goes after so many days without anybody; null for never. */
  readonly idleDays: number | null
  /** When somebody was last seen, to the hour; kept only where `idleDays` needs it. */
  readonly seenAt: Instant | null
}

/** A link of the board. The token is known to those it was given to; here is its hash alone. */
export interface LinkRecord {
  readonly hash: string
  readonly role: Role
  readonly closed: boolean
}

/** A person on the board. Kept when closed, so that the name of an action's owner stays known. */
export interface SeatRecord {
  readonly id: SeatId
  readonly name: string
  readonly role: Role
  readonly workplace: Workplace | null
  /** Hash of the seat's own token. */
  readonly hash: string
  /** Hash of the link that it was taken with, and closes with; null for a seat that stands by itself. */
  readonly link: string | null
  readonly closed: boolean
}

/** Which images a board has, how many, and how many bytes they are together. */
export interface ImageShelf {
  readonly count: number
  readonly bytes: number
  readonly hashes: readonly string[]
}

export interface BoardFacts {
  readonly record: BoardRecord
  readonly seats: readonly SeatRecord[]
  readonly links: readonly LinkRecord[]
}

export type Capability =
  | { readonly kind: 'link'; readonly board: BoardId; readonly link: LinkRecord }
  | { readonly kind: 'seat'; readonly board: BoardId; readonly seat: SeatRecord }

/** The document through update number `through`. */
export interface Snapshot {
  readonly through: number
  /** One Yjs update, v1: a newcomer is sent it as it is. */
  readonly whole: Uint8Array
  /** Where `whole` can be cut into parts that take a moment each (`rooms/document/cuts.ts`); empty for not at all. */
  readonly cuts: Uint8Array
  /** The document's state vector, encoded. */
  readonly vector: Uint8Array
}

export interface StoredRoom extends BoardFacts {
  /** The number of the last update; 0 for a board without any. */
  readonly head: number
  /** The number of the last update in the newest snapshot; 0 without one. */
  readonly through: number
  /** What the document says about the session, as it was told last; null when nobody has told it yet. */
  readonly glance: string | null
  readonly vault: ReadonlyMap<string, Uint8Array>
  readonly clientIds: ReadonlyMap<number, SeatId>
  /** The last ones that were done: at least `COMMANDS_REMEMBERED`. */
  readonly commands: ReadonlySet<CommandId>
}

export interface StoredContent {
  readonly head: number
  readonly snapshot: Snapshot | null
  /** Everything after the snapshot, in order. */
  readonly updates: readonly Uint8Array[]
}

export type StoredBoard = StoredRoom & StoredContent

/** Done commands of a board that are never forgotten; older ones may go with the next snapshot. */
export const COMMANDS_REMEMBERED = 5_000

/** What a commit may hold. Nothing here can carry the sender of an update, a command or a vault row. */
export type Entry =
  | { readonly kind: 'board-created'; readonly record: BoardRecord }
  | { readonly kind: 'board-changed'; readonly record: BoardRecord }
  /** Content, images, vault, seats and links go; nothing of the board stays but, where there are backups, a hash of its id. */
  | { readonly kind: 'board-deleted' }
  /** A Yjs update, v1. Takes the board's next number. */
  | { readonly kind: 'update'; readonly bytes: Uint8Array }
  /** What the document says about the session from now on. Holds nothing that isn't in the shared document. */
  | { readonly kind: 'glance'; readonly glance: string }
  /**
   * Replaces the log up to `through`. The snapshot before it and the log after that one are kept, so a damaged
   * snapshot costs nothing; one that isn't newer than the last is ignored. One that stands `alone` has neither behind it:
   * for words that were taken back.
   */
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot; readonly alone?: true }
  /** A picture by the SHA-256 of its bytes, in hexadecimal: the same one again changes nothing. */
  | { readonly kind: 'image'; readonly hash: string; readonly bytes: Uint8Array }
  /** A picture that nothing on the board shows. */
  | { readonly kind: 'image-dropped'; readonly hash: string }
  /** First come, first served: rejects with `client-taken` when another seat has it. */
  | { readonly kind: 'client-id'; readonly client: number; readonly seat: SeatId }
  /** `key` must say nothing about who, when and in which order. */
  | { readonly kind: 'vault-put'; readonly key: string; readonly bytes: Uint8Array }
  | { readonly kind: 'vault-deleted'; readonly key: string }
  /** Taken, renamed, raised or closed. */
  | { readonly kind: 'seat'; readonly seat: SeatRecord }
  /** Made or closed. */
  | { readonly kind: 'link'; readonly link: LinkRecord }
  /** Remembered, so that the same command sent again changes nothing. */
  | { readonly kind: 'command-done'; readonly id: CommandId }
  | HookEntry
