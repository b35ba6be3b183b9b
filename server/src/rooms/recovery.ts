import { setTimeout as wait } from 'node:timers/promises'
import type { DoorEvent } from '../links/door-events.ts'
import { StorageFault } from '../storage/storage-fault.ts'
import { readGlance, writeGlance } from './document/glance.ts'
import type { StoredRoom } from '../storage/storage.ts'
import type { Step } from './journal.ts'
import { ownersOf } from './admission/owners-of.ts'
import { followDoor } from './entrance/doors.ts'
import { phaseOf, tellPulse } from './line/pulse.ts'
import { createState } from './room-state.ts'
import { notify, type Room } from './room.ts'
import { broadcast } from './line/tell.ts'
import { askPeer } from './updates.ts'
import { build, endBroken, isLost, letGo } from './document/waking.ts'

const FIRST_PAUSE = 250
const LONGEST_PAUSE = 5_000

/**
 * After a commit that failed: what is in memory says more than the disk, so it is read again; writes open as soon as the
 * disk takes one. What was lost on the way is done again in its order, and every peer is asked for what it has.
 */
export async function recover(room: Room, lost: readonly Step[]): Promise<void> {
  if (room.closed) return giveUp(room, lost)
  if (room.lost !== null) return void room.lost.push(...lost)
  room.lost = [...lost]
  const told = room.state.head
  room.writable = false
  room.readable = false
  letGo(room)
  tellPulse(room)
  await room.journal.settled()
  for (let pause = FIRST_PAUSE; !room.closed; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    if (await canWrite(room, told)) return resume(room)
    await wait(pause, undefined, { ref: false })
  }
  giveUp(room, room.lost.splice(0))
}

/** The room ended first, its board perhaps with it: whoever waits for an answer gets one. */
function giveUp(room: Room, lost: readonly Step[]): void {
  room.writable = false
  for (const step of lost) doAgain(room, step)
}

/** What fails by itself costs nothing else. */
function doAgain({ id, world }: Room, step: Step): void {
  try {
    step.again()
  } catch (error) {
    world.log.error({ board: id, err: error }, 'a change that was lost could not be done again')
  }
}

async function canWrite(room: Room, told: number): Promise<boolean> {
  const { world, id } = room
  try {
    if (!room.readable) await readAgain(room)
    await build(room)
    // Something small first: a write that can't succeed would only fail the room once more. And something that is the
    // room's own: the record may be changed at the door at this very moment.
    await world.storage.commit(id, [{ kind: 'glance', glance: writeGlance(room.state.glance) }])
    if (room.state.head > told) await tellKept(room, told)
    return !room.closed
  } catch (error) {
    if (isLost(error)) endBroken(room, error)
    else world.log.error({ board: id, err: error }, 'the board can’t be saved yet')
    return false
  }
}

/** Reads what the room stands on. The document follows by itself: questions are answered while nothing can be saved. */
async function readAgain(room: Room): Promise<void> {
  const { storage, random, links } = room.world
  const meanwhile: DoorEvent[] = []
  const unsubscribe = links.subscribe((event) => {
    if (event.board === room.id) meanwhile.push(event)
  })
  let stored: StoredRoom | null
  try {
    stored = await storage.room(room.id)
  } finally {
    unsubscribe()
  }
  if (stored === null) throw new StorageFault('no-such-board', room.id)
  room.state = createState(stored, readGlance(stored.glance) ?? room.state.glance, random)
  // It may have been read before they were on the disk.
  for (const event of meanwhile) followDoor(room, event)
  room.owners = ownersOf(room)
  room.readings.renew()
  room.readable = true
  room.toldPhase = phaseOf(room.state.glance.session)
  room.phases.note(room.state.glance.session, room.world.now())
  tellPulse(room)
}

/** A commit may have been kept though its answer got lost. Its author is asked for it and hears `saved`; the others have to be told. */
async function tellKept(room: Room, told: number): Promise<void> {
  const content = await room.world.storage.content(room.id)
  if (content === null || room.closed) return
  const before = content.head - content.updates.length
  const whole = before > told && content.snapshot !== null ? [content.snapshot.whole] : []
  const updates = [...whole, ...content.updates.slice(Math.max(0, told - before))]
  broadcast(room, updates, null)
}

function resume(room: Room): void {
  const lost = room.lost ?? []
  room.lost = null
  room.writable = true
  notify(room, 'governed')
  for (const step of lost) doAgain(room, step)
  room.held.takeAll()
  for (const peer of room.peers) {
    peer.gap.asked = false
    // Also who has been asked for what is lost by now, and hasn't the document yet.
    if (peer.synced || peer.questions.asked) askPeer(room, peer)
  }
  tellPulse(room)
}
