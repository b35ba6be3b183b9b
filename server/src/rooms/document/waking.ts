import * as Y from 'yjs'
import { isDamaged, StorageFault } from '../../storage/storage-fault.ts'
import type { StoredContent } from '../../storage/storage.ts'
import { timeUntil } from '../../alarm.ts'
import { glanceOf, writeGlance } from './glance.ts'
import { closeFor } from '../entrance/dismissal.ts'
import { limits } from '../limits.ts'
import { buildDocument } from './room-document.ts'
import { notify, type Room } from '../room.ts'

/** True while the document is there and says no more than what is on the disk or on its way there. */
export function isAwake(room: Room): boolean {
  return room.readable && room.state.document !== null
}

/** Keeps the document for a while. To be called by whoever uses it. */
export function needDocument({ waking, world }: Room): void {
  waking.neededAt = world.now()
  waking.rest.arm(limits.documentRests)
}

/** Runs `work` with the document there: now, or once it was built. Not at all when the room ends before that. */
export function whenAwake(room: Room, work: () => void): void {
  if (isAwake(room)) {
    needDocument(room)
    return work()
  }
  room.waking.waiting.push(work)
  void wake(room).catch(() => undefined)
}

/**
 * Has the document built, between other work, unless it is there. What came in meanwhile is taken in its order then.
 * Rejects when the board can't be read: a damaged one ends its room, else the room tries again by itself.
 */
export async function wake(room: Room): Promise<void> {
  if (isAwake(room)) return needDocument(room)
  try {
    await build(room)
  } catch (error) {
    if (room.closed) throw error
    if (isLost(error)) endBroken(room, error)
    else notify(room, 'damaged')
    throw error
  }
}

/** One at a time; rejects with what the storage says. */
export function build(room: Room): Promise<void> {
  const { waking } = room
  waking.underWay ??= buildNow(room).finally(() => (waking.underWay = null))
  return waking.underWay
}

async function buildNow(room: Room): Promise<void> {
  const { state, readings, id } = room
  const began = performance.now()
  // What newcomers share may have begun before the last commit.
  const reading = readings.readAnew()
  try {
    const content = await reading.content
    const document = await buildDocument(id, content, room.world.stretch, () => !room.closed && room.state === state)
    if (document === null) throw new StorageFault('closed', id, 'the room ended, or was read again')
    document.doc.clientID = state.serverClient
    state.document = document
    state.head = content.head
    state.vector = null
    noteSizes(room, content)
    room.world.metrics.took('wake', performance.now() - began)
  } finally {
    reading.done()
  }
  needDocument(room)
  lookAgain(room)
  for (const work of room.waking.waiting.splice(0)) attempt(room, work)
  room.held.takeAll()
}

/** What fails by itself costs nothing else. */
function attempt({ id, world }: Room, work: () => void): void {
  try {
    work()
  } catch (error) {
    world.log.error({ board: id, err: error }, 'something that waited for the document failed')
  }
}

function noteSizes({ growth }: Room, { snapshot, updates }: StoredContent): void {
  growth.whole = snapshot?.whole.length ?? 0
  growth.bytes = updates.reduce((sum, { length }) => sum + length, 0)
}

/** What was told of the document is what it says, unless somebody repaired the board. */
function lookAgain(room: Room): void {
  const { state } = room
  const glance = glanceOf(state.board)
  const said = writeGlance(glance)
  if (said === writeGlance(state.glance)) return
  state.glance = glance
  if (room.writable) {
    room.journal.push({ entries: [{ kind: 'glance', glance: said }], done: () => undefined, again: () => undefined })
  }
  notify(room, 'governed')
}

/** Lets the document go when nobody has needed it for a while and nothing of it is on its way. */
export function rest(room: Room): void {
  const { state, waking, world, journal } = room
  if (room.closed || state.document === null) return
  const left = timeUntil(waking.neededAt + limits.documentRests, world.now(), limits.documentRests)
  if (left > 0) return waking.rest.set(left)
  if (!room.writable || !room.readable || !journal.isIdle()) return waking.rest.set(limits.documentRests)
  state.vector = Y.encodeStateVector(state.doc)
  state.document.doc.destroy()
  state.document = null
}

/** True for a board that can't be read however often it is tried. */
export function isLost(error: unknown): error is StorageFault {
  return isDamaged(error) || (error instanceof StorageFault && error.kind === 'no-such-board')
}

/** Ends a room whose board can't be read. Its people come back and are told again; other rooms notice nothing. */
export function endBroken(room: Room, fault: StorageFault): void {
  if (room.closed) return
  room.world.log.error({ board: room.id, err: fault }, 'a board can’t be read')
  room.closed = true
  room.fault = fault
  notify(room, 'closing')
  letGo(room)
  for (const peer of room.peers) peer.close(...closeFor(fault))
}

/** Forgets the document, whatever it says. */
export function letGo({ state, waking }: Room): void {
  waking.rest.clear()
  state.document?.doc.destroy()
  state.document = null
}
