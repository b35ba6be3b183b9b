import { updateKey } from '@momentous/shared/wire/update-key'
import { closeCodes } from '@momentous/shared/wire/frames'
import * as Y from 'yjs'
import { admit, type Admission } from './admission/admission.ts'
import { limits } from './limits.ts'
import type { Peer } from './line/peer.ts'
import { hasPending } from './document/pending.ts'
import { notify, type Room } from './room.ts'
import { grew } from './document/write-snapshot.ts'
import { questionFrame } from './document/sync.ts'
import { acknowledge, broadcast } from './line/tell.ts'
import { isAwake, needDocument, wake } from './document/waking.ts'

/** A direct change: `answer` when it answers a question of ours, so that all it builds on must be there now. */
export type UpdateKind = 'change' | 'answer' | 'last-try'

/** Judges a direct change, and lets it through or not. Nothing of it leaves before it is on the disk. */
export function takeUpdate(room: Room, peer: Peer, bytes: Uint8Array, kind: UpdateKind): void {
  if (!peer.isOpen()) return
  const again = (): void => takeUpdate(room, peer, bytes, kind)
  if (kind === 'answer' && saysNothing(bytes) && peer.gap.frames.length === 0)
    return acknowledgeKnown(room, peer, bytes)
  if (!room.writable) return hold(room, peer, bytes.length, again)
  if (!isAwake(room)) {
    hold(room, peer, bytes.length, again)
    return void wake(room).catch(() => undefined)
  }
  needDocument(room)
  const { state, world } = room
  const formerPhase = room.phases.former(peer.toldPhase, world.now())
  const fullness = state.document?.size.fullness() ?? 'room'
  const applicant = { actor: peer.actor, formerPhase, isAnswer: kind === 'answer', fullness }
  const admission = admit(state.board, room.owners, applicant, bytes)
  switch (admission.verdict) {
    case 'refused':
      return refuse(room, peer, bytes, admission.rule, admission.reason)
    case 'gap':
      return askForMissing(room, peer, bytes, kind)
    case 'later':
      return peer.close(closeCodes.tryLater, 'Another socket still writes under this id.')
    case 'known':
      acknowledgeKnown(room, peer, bytes)
      break
    case 'admitted':
      applyAdmitted(room, peer, bytes, admission)
  }
  if (kind === 'answer') retryWaiting(room, peer)
}

/** Neither parts nor deletions: a peer has nothing that the board lacks, and no document is needed to see that. */
function saysNothing(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0
}

function acknowledgeKnown(room: Room, peer: Peer, bytes: Uint8Array): void {
  if (peer.gap.frames.length === 0) peer.gap.asked = false
  room.journal.push({
    entries: [],
    done: () => acknowledge(room, peer, updateKey(bytes)),
    again: () => takeUpdate(room, peer, bytes, 'change'),
  })
}

function applyAdmitted(room: Room, peer: Peer, bytes: Uint8Array, { clients, update }: Admitted): void {
  const { doc } = room.state
  const claims = clients.map((client) => room.owners.claim(client, peer.actor.seat)).filter((entry) => entry !== null)
  if (!applied(doc, update)) {
    notify(room, 'damaged')
    return refuse(room, peer, bytes, 'D1', 'A part of this change never arrived.')
  }
  room.state.document?.size.grew(update.length)
  noteSize(room)
  room.journal.push({
    entries: [...claims, { kind: 'update', bytes: update }],
    by: peer.actor.seat,
    done() {
      broadcast(room, [update], peer)
      grew(room, [update])
      acknowledge(room, peer, updateKey(bytes))
    },
    again: () => takeUpdate(room, peer, bytes, 'change'),
  })
}

/** Everybody hears of it once, before it is too late. */
function noteSize(room: Room): void {
  const isNearlyFull = room.state.document?.size.isNearlyFull() === true
  if (isNearlyFull === room.nearlyFull) return
  room.nearlyFull = isNearlyFull
  notify(room, 'people')
}

type Admitted = Extract<Admission, { readonly verdict: 'admitted' }>

/** False when it left the document damaged. Admission says that this can't be; such a document is never served. */
function applied(doc: Y.Doc, update: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, update)
    return !hasPending(doc)
  } catch {
    return false
  }
}

/** Says why, to its author alone, and closes: the author's document holds what nobody else will ever see. */
function refuse(room: Room, peer: Peer, bytes: Uint8Array, rule: string, reason: string): void {
  room.world.log.info({ board: room.id, rule }, 'a change was refused')
  room.world.metrics.refused(rule)
  peer.tell('refused', { key: updateKey(bytes), rule, reason })
  peer.close(closeCodes.refused, 'Refused. Take a fresh document.')
}

/** A change that builds on something that hasn't arrived is asked for once, and kept meanwhile. */
function askForMissing(room: Room, peer: Peer, bytes: Uint8Array, kind: UpdateKind): void {
  const { gap } = peer
  const tooMuch = gap.frames.length >= limits.gapFrames || gap.bytes > limits.gapBytes
  if (kind === 'last-try' || (kind === 'answer' && gap.asked) || tooMuch) {
    return refuse(room, peer, bytes, 'D1', 'A part of this change never arrived.')
  }
  if (kind === 'change') {
    gap.frames.push(bytes)
    gap.bytes += bytes.length
  }
  if (gap.asked) return
  gap.asked = true
  askPeer(room, peer)
}

/** Asks a peer for everything that the room lacks, as far as it is on the disk by the time of asking. */
export function askPeer(room: Room, peer: Peer): void {
  const frame = questionFrame(Y.encodeStateVector(room.state.doc))
  room.journal.push({ entries: [], done: () => peer.send(frame), again: () => askPeer(room, peer) })
}

function retryWaiting(room: Room, peer: Peer): void {
  peer.gap.asked = false
  peer.gap.bytes = 0
  for (const bytes of peer.gap.frames.splice(0)) takeUpdate(room, peer, bytes, 'last-try')
}

/** Keeps the order of what comes in while the disk takes nothing; more than a little has to come again later. */
export function hold(room: Room, peer: Peer, bytes: number, take: () => void): void {
  const kept = room.held.keep(bytes, () => attempt(room, peer, take))
  if (!kept) peer.close(closeCodes.tryLater, 'Nothing can be saved now.')
}

/** What can’t be read costs its sender the socket and nobody else anything, also when it had to wait with theirs. */
export function attempt(room: Room, peer: Peer, read: () => void): void {
  try {
    read()
  } catch (error) {
    room.world.log.warn({ board: room.id, reason: error instanceof Error ? error.name : 'unknown' }, 'unreadable frame')
    peer.close(closeCodes.unreadable, 'This frame can’t be read.')
  }
}
