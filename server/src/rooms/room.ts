import type { BoardId, SeatId } from '@momentous/shared/domain/id'
import type { Instant, Session } from '@momentous/shared/domain/session'
import type { StorageFault } from '../storage/storage-fault.ts'
import type { Alarm } from '../alarm.ts'
import type { ClientOwners } from './admission/client-owners.ts'
import type { Contributors } from './secrets/contributors.ts'
import type { Held } from './held.ts'
import type { Journal, Step } from './journal.ts'
import type { Peer } from './line/peer.ts'
import type { Share } from './line/share.ts'
import type { PhaseHistory } from './phase-history.ts'
import type { Presence } from './presence/presence.ts'
import type { Roll } from './presence/told-roll.ts'
import type { Readings } from './document/readings.ts'
import type { RoomState } from './room-state.ts'
import type { Growth } from './document/growth.ts'
import type { RoomWorld } from './world.ts'

/** A board that is open: its document, its peers, and what its parts share. The parts are put together in `one-room.ts`. */
export interface Room {
  readonly world: RoomWorld
  readonly id: BoardId
  /** Replaced when a commit failed and the board was read again. */
  state: RoomState
  owners: ClientOwners
  /** False while the disk takes nothing. */
  writable: boolean
  /** False while what is in memory may say more than the disk, until it was read again. */
  readable: boolean
  /** What was lost with a failed commit, to be done again in its order; null while all is well. */
  lost: Step[] | null
  closed: boolean
  /** As it was when the document was looked at last. */
  nearlyFull: boolean
  /** Why it was closed, when its board can't be read. */
  fault: StorageFault | null
  readonly waking: Waking
  readonly readings: Readings
  readonly share: Share
  readonly growth: Growth
  /** The phase as it was last told, so as it is on the disk. */
  toldPhase: Pick<Session, 'phase' | 'phaseNumber'>
  readonly peers: Set<Peer>
  readonly journal: Journal
  readonly phases: PhaseHistory
  readonly presence: Presence
  /** Seats that are ready, or finished, in this phase. */
  readonly ready: Set<SeatId>
  readonly contributors: Contributors
  /** What is told of people in the quiet span that runs; null outside of one (`roll.ts`). */
  roll: Roll | null
  /** What came in while the disk takes nothing or the document isn't there yet, in its order. */
  readonly held: Held
  /** Keys that the batch under way acknowledges, by author. */
  readonly acknowledged: Map<Peer, number[]>
  readonly watchers: Watcher[]
}

/** The document while it comes and goes (`waking.ts`). */
interface Waking {
  underWay: Promise<void> | null
  /** What is done before anything else once it is there. */
  readonly waiting: (() => void)[]
  neededAt: Instant
  readonly rest: Alarm
}

/** A part of the room that follows what happens in it, and isn't known to whoever makes that happen. */
export interface Watcher {
  /** The server wrote something: the phase, a vote, a grade may be another now. Before it is on the disk. */
  governed?(): void
  /** Somebody came or went, or a seat is another now. */
  people?(): void
  /** Somebody rang. */
  bell?(): void
  /** A secret count may be another now. */
  counts?(): void
  /** The document holds what was never admitted; it must be read again. */
  damaged?(): void
  /** The room goes; timers stop. */
  closing?(): void
}

export function notify({ watchers }: Pick<Room, 'watchers'>, what: keyof Watcher): void {
  for (const watcher of watchers) watcher[what]?.()
}
