import { inAnonymousSpan } from '@momentous/shared/rules/anonymous-span'
import type { BoardId } from '@momentous/shared/domain/id'
import type { DoorEvent } from '../links/door-events.ts'
import { StorageFault } from '../storage/storage-fault.ts'
import { announcer, type Announcer } from './announcer.ts'
import { watchBell } from './secrets/bell.ts'
import { watchClosings } from './secrets/closings.ts'
import { followDoor } from './entrance/doors.ts'
import { glanceOf, readGlance, writeGlance, type Glance } from './document/glance.ts'
import { watchHeir } from './heirs.ts'
import { watchIdeas } from './secrets/idea-batches.ts'
import { progressOf } from './secrets/mine.ts'
import { PeopleTeller } from './presence/people.ts'
import { pushPulse, startPulse } from './line/pulse.ts'
import { watchRetractions } from './secrets/retraction.ts'
import { forgetReady, watchRoll } from './presence/roll.ts'
import { buildDocument } from './document/room-document.ts'
import { createState } from './room-state.ts'
import { putTogether } from './one-room.ts'
import { notify, type Room, type Watcher } from './room.ts'
import { letGo } from './document/waking.ts'
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
    const room = putTogether(world, id, createState(stored, glance, world.random))
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
  room.watchers.push(new SessionWatch(room), new PeopleTeller(room), new ProgressTeller(room))
  watchClosings(room)
  watchIdeas(room)
  watchRetractions(room)
  watchHeir(room)
  startPulse(room)
  return room
}

/** What follows from a change of the session itself. */
class SessionWatch implements Watcher {
  readonly #room: Room

  constructor(room: Room) {
    this.#room = room
    room.presence.setSilent(inAnonymousSpan(room.state.glance))
  }

  governed(): void {
    const room = this.#room
    const { glance } = room.state
    room.presence.setSilent(inAnonymousSpan(glance))
    if (room.phases.note(glance.session, room.world.now())) {
      forgetReady(room)
      pushPulse(room)
    }
    notify(room, 'counts')
  }

  closing(): void {
    this.#room.presence.stop()
  }
}

/** Tells everybody how far the secret rounds are. */
class ProgressTeller implements Watcher {
  readonly #announcer: Announcer

  constructor(room: Room) {
    this.#announcer = announcer(room, 'progress', progressOf)
  }

  counts(): void {
    this.#announcer.soon()
  }

  closing(): void {
    this.#announcer.stop()
  }
}

/** Ends the room: what was accepted is on the disk, and nothing runs any more. */
export async function closeRoom(room: Room): Promise<void> {
  await room.journal.settled()
  room.closed = true
  notify(room, 'closing')
  letGo(room)
}
