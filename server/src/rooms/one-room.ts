import type { BoardId } from '@momentous/shared/domain/id'
import type { StorageFault } from '../storage/storage-fault.ts'
import { alarm } from '../alarm.ts'
import type { ClientOwners } from './admission/client-owners.ts'
import { ownersOf } from './admission/owners-of.ts'
import { contributors } from './secrets/contributors.ts'
import { createHeld } from './held.ts'
import { journal, type Journal, type JournalListener, type Step } from './journal.ts'
import type { Peer } from './line/peer.ts'
import { phaseOf } from './line/pulse.ts'
import type { Share } from './line/share.ts'
import { together } from './line/tell.ts'
import { phaseHistory, type PhaseHistory } from './phase-history.ts'
import { createPresence, type Presence } from './presence/presence.ts'
import { createReadings, type Readings } from './document/readings.ts'
import type { Growth } from './document/growth.ts'
import { rest } from './document/waking.ts'
import { recover } from './recovery.ts'
import type { RoomState } from './room-state.ts'
import type { Room, Watcher } from './room.ts'
import type { RoomWorld } from './world.ts'

/** What it takes about to write to one socket, when the tick comes; in milliseconds. */
const WRITE = 0.01

/** A room with its parts; nothing of it runs yet (`open-room.ts`). */
export function putTogether(world: RoomWorld, id: BoardId, state: RoomState): Room {
  return new OneRoom(world, id, state)
}

/** There are thousands of them, so what they share lies in one place. */
class OneRoom implements Room {
  readonly world: RoomWorld
  readonly id: BoardId
  state: RoomState
  owners: ClientOwners
  writable = true
  readable = true
  lost: Step[] | null = null
  closed = false
  fault: StorageFault | null = null
  readonly waking: Room['waking']
  readonly readings: Readings
  readonly share: Share
  readonly growth: Growth = { bytes: 0, whole: 0, underWay: false, notBefore: 0 }
  toldPhase: Room['toldPhase']
  readonly peers: Room['peers'] = new Set()
  readonly journal: Journal
  readonly phases: PhaseHistory
  readonly presence: Presence
  readonly ready: Room['ready'] = new Set()
  readonly contributors = contributors()
  roll: Room['roll'] = null
  nearlyFull = false
  readonly held = createHeld()
  readonly acknowledged: Room['acknowledged'] = new Map()
  readonly watchers: Watcher[] = []

  constructor(world: RoomWorld, id: BoardId, state: RoomState) {
    const { now, after, random, storage, shares } = world
    this.world = world
    this.id = id
    this.state = state
    this.owners = ownersOf(this)
    this.waking = { underWay: null, waiting: [], neededAt: 0, rest: alarm(after, () => rest(this)) }
    this.readings = createReadings(storage, id, after)
    this.share = shares.open(() => this.waking.underWay !== null && this.state.document === null)
    this.toldPhase = phaseOf(state.glance.session)
    const keeping = new Keeping(this)
    this.journal = journal(storage, id, keeping)
    this.watchers.push(keeping)
    this.phases = phaseHistory(state.glance.session)
    const mayUse = (client: number, peer: Peer): boolean =>
      this.owners.mayUse(client, peer.actor.seat) && client !== this.state.serverClient
    this.presence = createPresence({ peers: this.peers, now, after, random, mayUse })
  }
}

/** What becomes of the room's commits. */
class Keeping implements JournalListener, Watcher {
  readonly #room: Room

  constructor(room: Room) {
    this.#room = room
  }

  gathered(): Promise<void> {
    return this.#room.world.tick.gathered()
  }

  telling(tell: () => void): void {
    const { share, peers } = this.#room
    const began = performance.now()
    together(this.#room, tell)
    share.spend(performance.now() - began + peers.size * WRITE)
  }

  kept(head: number): void {
    this.#room.state.head = head
  }

  failed(error: unknown, lost: readonly Step[]): void {
    const { world, id, acknowledged } = this.#room
    world.log.error({ board: id, err: error }, 'a change could not be saved')
    acknowledged.clear()
    void recover(this.#room, lost)
  }

  stumbled(error: unknown): void {
    this.#room.world.log.error({ board: this.#room.id, err: error }, 'a frame could not be sent')
  }

  damaged(): void {
    void recover(this.#room, [])
  }
}
