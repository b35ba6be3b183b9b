import { updateKey } from '@momentous/shared/wire/update-key'
import { closeCodes } from '@momentous/shared/wire/frames'
import * as Y from 'yjs'
import { admit } from './admission.ts'
import { limits } from './limits.ts'
import type { Peer } from './peer.ts'
import { hasPending, updatesOf } from './room-state.ts'
import type { Room } from './room.ts'
import { askFrame } from './sync.ts'
import { acknowledge, broadcast } from './tell.ts'

/** A direct change: `answer` when it answers a question of ours, so that all it builds on must be there now. */
export type UpdateKind = 'change' | 'answer' | 'last-try'

/** Judges a direct change, and lets it through or not. Nothing of it leaves before it is on the disk. */
export function takeUpdate(room: Room, peer: Peer, bytes: Uint8Array, kind: UpdateKind): void {
  if (!peer.isOpen()) return
  if (!room.writable) return hold(room, peer, bytes.length, () => takeUpdate(room, peer, bytes, kind))
  const { state, world } = room
  const formerPhase = room.phases.former(peer.toldPhase, world.now())
  const applicant = { actor: peer.actor, formerPhase, isAnswer: kind === 'answer' }
  const admission = admit(state.board, room.owners, applicant, bytes)
  switch (admission.verdict) {
    case 'refused':
      return refuse(room, peer, bytes, admission.rule, admission.reason)
    case 'gap':
      return askForMissing(room, peer, bytes, kind)
    case 'known':
      room.journal.push({
        entries: [],
        done: () => acknowledge(room, peer, updateKey(bytes)),
        again: () => takeUpdate(room, peer, bytes, kind),
      })
      break
    case 'admitted':
      applyAdmitted(room, peer, bytes, admission.clients)
  }
  if (kind === 'answer') retryWaiting(room, peer)
}

function applyAdmitted(room: Room, peer: Peer, bytes: Uint8Array, clients: readonly number[]): void {
  const { doc } = room.state
  const claims = clients.map((client) => room.owners.claim(client, peer.actor.seat)).filter((entry) => entry !== null)
  const updates = applied(doc, bytes)
  if (updates === null) {
    room.listeners.damaged()
    return refuse(room, peer, bytes, 'D1', 'A part of this change never arrived.')
  }
  room.journal.push({
    entries: [...claims, ...updates.map((update) => ({ kind: 'update' as const, bytes: update }))],
    done() {
      broadcast(room, updates, peer)
      acknowledge(room, peer, updateKey(bytes))
    },
    again: () => takeUpdate(room, peer, bytes, 'change'),
  })
}

/** Null when it left the document damaged. Admission says that this can't be; such a document is never served. */
function applied(doc: Y.Doc, bytes: Uint8Array): readonly Uint8Array[] | null {
  try {
    const updates = updatesOf(doc, () => Y.applyUpdate(doc, bytes))
    return hasPending(doc) ? null : updates
  } catch {
    return null
  }
}

/** Says why, to its author alone, and closes: the author's document holds what nobody else will ever see. */
function refuse(room: Room, peer: Peer, bytes: Uint8Array, rule: string, reason: string): void {
  room.world.log.info({ board: room.id, rule }, 'a change was refused')
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
  const frame = askFrame(room.state.doc)
  room.journal.push({ entries: [], done: () => peer.send(frame), again: () => askPeer(room, peer) })
}

function retryWaiting(room: Room, peer: Peer): void {
  peer.gap.asked = false
  peer.gap.bytes = 0
  for (const bytes of peer.gap.frames.splice(0)) takeUpdate(room, peer, bytes, 'last-try')
}

/** Keeps the order of what comes in while the disk takes nothing; more than a little has to come again later. */
export function hold(room: Room, peer: Peer, bytes: number, take: () => void): void {
  if (!room.held.keep(bytes, take)) peer.close(closeCodes.tryLater, 'Nothing can be saved now.')
}
