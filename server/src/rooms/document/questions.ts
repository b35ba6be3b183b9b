import { closeCodes } from '@momentous/shared/wire/frames'
import * as Y from 'yjs'
import { timeUntil } from '../../alarm.ts'
import { limits } from '../limits.ts'
import type { Peer } from '../line/peer.ts'
import { storedBytes } from './document-size.ts'
import type { RoomDocument } from './room-document.ts'
import type { Room } from '../room.ts'
import { questionFrame } from './sync.ts'
import { hold } from '../updates.ts'
import { endBroken, isAwake, isLost, needDocument, wake } from './waking.ts'

/**
 * A peer asks for what it lacks. One answer at a time, and the next one only when the line has taken the last and some
 * time has passed: of what is asked meanwhile the last question covers the others, so asking again and again costs
 * nothing. Throws when the question can't be read.
 */
export function ask(room: Room, peer: Peer, vector: Uint8Array): void {
  Y.decodeStateVector(vector)
  const { questions } = peer
  questions.next = vector
  if (!questions.underWay) proceed(room, peer)
}

function proceed(room: Room, peer: Peer): void {
  const { questions } = peer
  const vector = questions.next
  questions.underWay = vector !== null && peer.isOpen() && !room.closed
  if (vector === null || !questions.underWay) return
  const again = (): void => proceed(room, peer)
  const pause = pauseBefore(room, peer)
  if (pause > 0) return void room.world.after(pause, again)
  if (!room.readable) return hold(room, peer, vector.length, again)
  // Who was refused in mid-work does anew what the answer lacks: what was taken of theirs just before has to be in it.
  if (!room.journal.hasOf(peer.actor.seat)) return answer(room, peer, vector)
  room.journal.push({ entries: [], done: () => answer(room, peer, questions.next ?? vector), again })
}

function answer(room: Room, peer: Peer, vector: Uint8Array): void {
  peer.questions.next = null
  const known = Y.decodeStateVector(vector)
  const { document } = room.state
  if (document === null || known.size === 0 || lacksMuch(document, known))
    return void answerFromDisk(room, peer, vector)
  answerFromDocument(room, document, peer, vector)
}

/** How long the next answer has to wait, in milliseconds. */
function pauseBefore({ world }: Room, peer: Peer): number {
  const { questions } = peer
  if (questions.answeredAt === null) return 0
  const left = timeUntil(questions.answeredAt + limits.questionPause, world.now(), limits.questionPause)
  return left > 0 ? left : peer.waits() > limits.questionBacklog ? limits.questionPause : 0
}

/** Does it lack so much that sending everything is less work than finding out what? */
function lacksMuch({ doc }: RoomDocument, known: ReadonlyMap<number, number>): boolean {
  let lacks = 0
  for (const client of doc.store.clients.keys()) {
    lacks += Math.max(0, Y.getState(doc.store, client) - (known.get(client) ?? 0))
  }
  return lacks > limits.answerFromDocument
}

/**
 * Everything, as it lies on the disk, and what was told since: no document is needed for that, and no commit that is under
 * way. What that one brings follows when it is told.
 */
async function answerFromDisk(room: Room, peer: Peer, vector: Uint8Array): Promise<void> {
  const reading = room.readings.read()
  try {
    const content = await reading.content
    await reading.turn()
    await rested(room)
    if (!room.readable || reading.isStale()) {
      peer.questions.next ??= vector
    } else if (vector.length > 1 && !isAwake(room) && storedBytes(content) > limits.wholeAnswer) {
      return wakeToAnswer(room, peer, vector)
    } else {
      const began = performance.now()
      const welcome = reading.welcome(content)
      if (!peer.questions.asked) askBack(peer, welcome.vector)
      answered(room, peer, welcome.frame)
      room.share.spend(performance.now() - began + welcome.frame.length * WRITE_BYTE)
    }
  } catch (error) {
    peer.questions.underWay = false
    if (isLost(error)) return endBroken(room, error)
    room.world.log.error({ board: room.id, err: error }, 'a board could not be read')
    return peer.close(closeCodes.tryLater, 'This board can’t be read now. Try again in a moment.')
  } finally {
    reading.done()
  }
  proceed(room, peer)
}

/** What it takes about to write a document, when the tick comes; in milliseconds. */
const WRITE_BYTE = 1 / 1_000_000

/** A board that has taken more than its share answers later. */
async function rested({ share, world }: Room): Promise<void> {
  const pause = share.rest()
  if (pause > 0) await new Promise<void>((resolve) => void world.after(pause, resolve))
}

/** Whoever comes back to a large board lacks little of it, and the document knows what. */
function wakeToAnswer(room: Room, peer: Peer, vector: Uint8Array): void {
  peer.questions.next ??= vector
  const again = (): void => proceed(room, peer)
  if (isAwake(room)) return again()
  hold(room, peer, vector.length, again)
  void wake(room).catch(() => undefined)
}

/** What exactly it lacks, as the board is now, once that is on the disk; whatever comes later follows it. */
function answerFromDocument(room: Room, { doc, answerTo }: RoomDocument, peer: Peer, vector: Uint8Array): void {
  needDocument(room)
  const frame = answerTo(vector)
  const own = Y.encodeStateVector(doc)
  room.journal.push({
    entries: [],
    done() {
      if (!peer.questions.asked) askBack(peer, own)
      answered(room, peer, frame)
      proceed(room, peer)
    },
    again() {
      peer.questions.next ??= vector
      proceed(room, peer)
    },
  })
}

function answered({ world }: Room, peer: Peer, frame: Uint8Array): void {
  peer.synced = true
  peer.questions.answeredAt = world.now()
  peer.sendDocument(frame)
  world.tick.hasten()
}

/** What the peer has that the board lacks. */
export function askBack(peer: Peer, vector: Uint8Array): void {
  peer.questions.asked = true
  peer.send(questionFrame(vector))
}
