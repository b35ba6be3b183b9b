import { inAnonymousSpan } from '@momentous/shared/rules/anonymous-span'
import type { BoardId } from '@momentous/shared/domain/id'
import type { DoorEvent } from '../links/door-events.ts'
import { StorageFault } from '../storage/storage-fault.ts'
import { alarm } from '../alarm.ts'
import { announcer } from './announcer.ts'
import { watchBell } from './secrets/bell.ts'
import { watchClosings } from './secrets/closings.ts'
import { contributors } from './secrets/contributors.ts'
import { followDoor } from './entrance/doors.ts'
import { glanceOf, readGlance, writeGlance, type Glance } from './document/glance.ts'
import { createHeld } from './held.ts'
import { watchHeir } from './heirs.ts'
import { watchIdeas } from './secrets/idea-batches.ts'
import { journal } from './journal.ts'
import { progressOf } from './secrets/mine.ts'
import { ownersOf } from './admission/owners-of.ts'
import { tellPeople } from './presence/people.ts'
import type { Peer } from './line/peer.ts'
import { phaseHistory } from './phase-history.ts'
import { createPresence } from './presence/presence.ts'
import { phaseOf, pushPulse, startPulse } from './line/pulse.ts'
import { recover } from './recovery.ts'
import { watchRetractions } from './secrets/retraction.ts'
import { forgetReady, watchRoll } from './presence/roll.ts'
import { buildDocument } from './document/room-document.ts'
import { createReadings } from './document/readings.ts'
import { createState, type RoomState } from './room-state.ts'
import { notify, type Room } from './room.ts'
import { together } from './line/tell.ts'
import { letGo, rest } from './document/waking.ts'
import type { RoomWorld } from './world.ts'

/** Reads a board and puts its room together. Rejects when there is no such board, or it is damaged. */
export async function openRoom(world: RoomWorld, id: BoardId): Promise<Room> {
  const meanwhile: DoorEvent[] = []
  const unsubscribe = world.links.subscribe((event) => {
    if (event.board === id) meanwhile.push(event)
  })
  try {
    const stored = await world.storage.room(id)
    if (stored === null) throw new StorageFault('no-such-board', id)
    const glance = readGlance(stored.glance) ?? (await firstGlance(world, id))
    const room = assemble(world, id, createState(stored, glance, world.random))
    for (const event of meanwhile) followDoor(room, event)
    return start(room)
  } finally {
    unsubscribe()
  }
}

/** A board that nobody has looked at since there are glances: its document is asked once. */
async function firstGlance({ storage, log, stretch }: RoomWorld, id: BoardId): Promise<Glance> {
  const content = await storage.content(id)
  const document = content === null ? null : await buildDocument(id, content, stretch)
  if (document === null) throw new StorageFault('no-such-board', id)
  const glance = glanceOf(document.board)
  document.doc.destroy()
  storage.commit(id, [{ kind: 'glance', glance: writeGlance(glance) }]).catch((error: unknown) => {
    log.warn({ board: id, err: error }, 'a glance was not kept')
  })
  return glance
}

function start(room: Room): Room {
  watchRoll(room)
  watchBell(room)
  watchGoverned(room)
  watchPeople(room)
  watchClosings(room)
  watchIdeas(room)
  watchRetractions(room)
  watchHeir(room)
  startPulse(room)
  return room
}

function assemble(world: RoomWorld, id: BoardId, state: RoomState): Room {
  const peers = new Set<Peer>()
  const { session } = state.glance
  const room: Room = {
    world,
    id,
    state,
    owners: ownersOf({ state, peers }),
    writable: true,
    readable: true,
    lost: null,
    closed: false,
    fault: null,
    waking: { underWay: null, waiting: [], neededAt: 0, rest: alarm(world.after, () => rest(room)) },
    readings: createReadings(world.storage, id, world.after),
    share: world.shares.open(() => room.waking.underWay !== null && room.state.document === null),
    growth: { bytes: 0, whole: 0, underWay: false, notBefore: 0 },
    toldPhase: phaseOf(session),
    peers,
    journal: journal(world.storage, id, {
      gathered: world.tick.gathered,
      telling: (tell) => tellAtItsCost(room, tell),
      kept(head) {
        room.state.head = head
      },
      failed(error, lost) {
        world.log.error({ board: id, err: error }, 'a change could not be saved')
        room.acknowledged.clear()
        void recover(room, lost)
      },
      stumbled(error) {
        world.log.error({ board: id, err: error }, 'a frame could not be sent')
      },
    }),
    phases: phaseHistory(session),
    presence: createPresence({
      peers,
      now: world.now,
      after: world.after,
      random: world.random,
      mayUse: (client, peer) => room.owners.mayUse(client, peer.actor.seat) && client !== room.state.serverClient,
    }),
    ready: new Set(),
    contributors: contributors(),
    roll: null,
    nearlyFull: false,
    held: createHeld(),
    acknowledged: new Map(),
    listeners: {
      governed: new Set(),
      people: new Set(),
      counts: new Set(),
      bell: new Set(),
      closing: new Set(),
      damaged: () => void recover(room, []),
    },
  }
  return room
}

/** What it takes about to write to one socket, when the tick comes; in milliseconds. */
const WRITE = 0.01

function tellAtItsCost(room: Room, tell: () => void): void {
  const began = performance.now()
  together(room, tell)
  room.share.spend(performance.now() - began + room.peers.size * WRITE)
}

/** What follows from a change of the session itself. */
function watchGoverned(room: Room): void {
  const look = (): void => {
    const { glance } = room.state
    room.presence.setSilent(inAnonymousSpan(glance))
    if (room.phases.note(glance.session, room.world.now())) {
      forgetReady(room)
      pushPulse(room)
    }
    notify(room.listeners.counts)
  }
  room.listeners.governed.add(look)
  room.listeners.closing.add(() => room.presence.stop())
  room.presence.setSilent(inAnonymousSpan(room.state.glance))
}

function watchPeople(room: Room): void {
  room.listeners.people.add(tellPeople(room))
  room.listeners.counts.add(announcer(room, 'progress', () => progressOf(room)))
}

/** Ends the room: what was accepted is on the disk, and nothing runs any more. */
export async function closeRoom(room: Room): Promise<void> {
  await room.journal.settled()
  room.closed = true
  notify(room.listeners.closing)
  letGo(room)
}
