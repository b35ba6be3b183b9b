import { setTimeout as wait } from 'node:timers/promises'
import { StorageFault } from '../storage/storage-fault.ts'
import { readGlance } from './document/glance.ts'
import type { Step } from './journal.ts'
import { ownersOf } from './admission/owners-of.ts'
import { tellPulse } from './line/pulse.ts'
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
}

async function canWrite(room: Room, told: number): Promise<boolean> {
  const { world, id } = room
  try {
    if (!room.readable) await readAgain(room)
    await build(room)
    // Something small first: a write that can't succeed would only fail the room once more.
    await world.storage.commit(id, [{ kind: 'board-changed', record: room.state.record }])
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
  const { storage, random } = room.world
  const stored = await storage.room(room.id)
  if (stored === null) throw new StorageFault('no-such-board', room.id)
  room.state = createState(stored, readGlance(stored.glance) ?? room.state.glance, random)
  room.owners = ownersOf(room)
  room.readings.renew()
  room.readable = true
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
  notify(room.listeners.governed)
  for (const step of lost) step.again()
  room.held.takeAll()
  for (const peer of room.peers) {
    peer.gap.asked = false
    if (peer.synced) askPeer(room, peer)
  }
  tellPulse(room)
}
