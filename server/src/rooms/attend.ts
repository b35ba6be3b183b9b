import type { CommandId } from '@momentous/shared/domain/id'
import { AWARENESS, PACK, PRESENCE, QUERY_AWARENESS, readFrame, SYNC } from '@momentous/shared/wire/frames'
import type { FrameOf } from '@momentous/shared/wire/frames'
import { readPack } from '@momentous/shared/wire/pack'
import * as decoding from 'lib0/decoding'
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import type { CommandAnswer } from '../http/room-service.ts'
import { StorageFault } from '../storage/storage-fault.ts'
import { runCommand } from './commands/commands.ts'
import { mineOf, progressOf } from './secrets/mine.ts'
import { peopleFrame } from './presence/people.ts'
import type { Peer } from './line/peer.ts'
import { notify, type Room } from './room.ts'
import { ask, askBack } from './document/questions.ts'
import { attempt, hold, takeUpdate } from './updates.ts'
import { isAwake, needDocument, wake } from './document/waking.ts'

/** Lets a peer in: who it is, what time it is, and what it has that the board lacks. The board follows when it asks. */
export function join(room: Room, peer: Peer): void {
  room.peers.add(peer)
  notify(room, 'people')
  greet(room, peer)
}

/**
 * Everything that is said here is on the disk; what is still on its way there, somebody at the door doesn't wait for. Only
 * one's own ballot and the counts may be that new, so they follow behind it.
 */
function greet(room: Room, peer: Peer): void {
  if (!room.readable) return hold(room, peer, 0, () => greet(room, peer))
  const { actor } = peer
  const { record, serverClient } = room.state
  peer.greeted = true
  peer.tell('hello', {
    seat: { id: actor.seat, name: actor.name, role: actor.role, seated: actor.seated },
    epoch: record.epoch,
    phaseNumber: room.toldPhase.phaseNumber,
    now: room.world.now(),
    serverClient,
  })
  const vector = vectorOf(room)
  if (vector !== null) askBack(peer, vector)
  peer.tell('people', peopleFrame(room, actor.seat))
  tellCounts(room, peer)
  peer.tell('pulse', { now: room.world.now(), ...room.toldPhase, writable: room.writable })
  room.presence.welcome(peer)
}

function tellCounts(room: Room, peer: Peer): void {
  if (!room.readable) return hold(room, peer, 0, () => tellCounts(room, peer))
  const progress = progressOf(room)
  const mine = peer.actor.seated ? mineOf(room, peer) : null
  const done = (): void => {
    peer.tell('progress', progress)
    if (mine !== null) peer.tell('mine', mine)
  }
  room.journal.push({ entries: [], done, again: () => tellCounts(room, peer) })
}

/** What the room has; null while it sleeps and nobody has looked, and then the question comes with the first answer. */
function vectorOf({ state }: Room): Uint8Array | null {
  return state.document === null ? state.vector : Y.encodeStateVector(state.doc)
}

export function leave(room: Room, peer: Peer): void {
  if (!room.peers.delete(peer)) return
  room.presence.leave(peer)
  notify(room, 'people')
}

/** One frame of a peer. */
export function receive(room: Room, peer: Peer, frame: Uint8Array): void {
  // Whoever was told to go has nothing to say any more, until the line is gone.
  if (!room.peers.has(peer) || room.closed || !peer.isOpen()) return
  attempt(room, peer, () => readWhole(room, peer, frame))
}

function readWhole(room: Room, peer: Peer, frame: Uint8Array): void {
  const decoder = decoding.createDecoder(frame)
  const number = decoding.readVarUint(decoder)
  // Written longer than it is, a pack would count as a single frame, and lie in another one.
  if (decoder.pos > 1) throw new RangeError('no such frame')
  if (number === SYNC) receiveSync(room, peer, decoder)
  else if (number === AWARENESS) room.presence.take(peer, decoding.readVarUint8Array(decoder))
  else if (number === QUERY_AWARENESS) room.presence.ask(peer)
  else if (number === PRESENCE && peer.speaksOurs) room.presence.takeCompact(peer, decoder)
  else if (number === PACK && peer.speaksOurs) for (const each of readPack(decoder)) receive(room, peer, each)
  else receiveOurs(room, peer, number, decoder)
}

function receiveSync(room: Room, peer: Peer, decoder: decoding.Decoder): void {
  const kind = decoding.readVarUint(decoder)
  const bytes = decoding.readVarUint8Array(decoder)
  if (kind === messageYjsSyncStep1) ask(room, peer, bytes.slice())
  else if (kind === messageYjsSyncStep2) takeUpdate(room, peer, bytes.slice(), 'answer')
  else if (kind === messageYjsUpdate) takeUpdate(room, peer, bytes.slice(), 'change')
}

function receiveOurs(room: Room, peer: Peer, number: number, decoder: decoding.Decoder): void {
  const read = peer.speaksOurs ? readFrame(number, decoder) : null
  if (read?.frame === 'pulse') peer.toldPhase = read.fields.phaseNumber
  if (read?.frame === 'command') receiveCommand(room, peer, read.fields)
}

function receiveCommand(room: Room, peer: Peer, fields: FrameOf<'command'>): void {
  if (!peer.isOpen()) return
  const again = (): void => receiveCommand(room, peer, fields)
  if (!room.writable || !isAwake(room)) {
    hold(room, peer, JSON.stringify(fields).length, again)
    return void wake(room).catch(() => undefined)
  }
  needDocument(room)
  const sender = { actor: peer.actor, token: peer.bearer.token }
  runCommand(room, sender, { id: fields.id as CommandId, name: fields.name, args: fields.args }).then(
    (outcome) => tellOutcome(peer, fields.id, outcome),
    (error: unknown) => {
      // It wasn't kept; it is done again when the disk takes it. What failed by itself would only fail again.
      if (error instanceof StorageFault) return again()
      room.world.log.error({ board: room.id, err: error }, 'a command failed')
      tellOutcome(peer, fields.id, FAILED)
    },
  )
}

const FAILED: CommandAnswer = {
  state: 'unfit',
  reason: 'The server failed at this. Reload the page, then try again.',
}

function tellOutcome(peer: Peer, id: string, outcome: CommandAnswer): void {
  if (outcome.state === 'done') peer.tell('outcome', { id, ok: true, value: outcome.value })
  else peer.tell('outcome', { id, ok: false, rule: 'rule' in outcome ? outcome.rule : null, reason: outcome.reason })
}
