import { closeCodes } from '@momentous/shared/wire/frames'
import type { WebSocket } from 'ws'
import { join, leave, receive } from './attend.ts'
import { alarm } from './alarm.ts'
import { limits } from './limits.ts'
import type { Peer } from './peer.ts'
import type { Room } from './room.ts'

/** Brings a socket and its room together for as long as both last. `left` is called when the socket is gone. */
export function attendSocket(room: Room, peer: Peer, socket: WebSocket, left: () => void): void {
  if (isShutOut(room, peer)) return peer.close(closeCodes.linkGone, 'The door of this board is closed.')
  const refusal = seatFor(room, peer)
  if (refusal !== null) return peer.close(closeCodes.tryLater, refusal)
  const watch = watchSilence(room, peer, socket)
  const rate = createRate(room.world.now)
  socket.on('message', (data, isBinary) => {
    watch.heard()
    if (!isBinary || !(data instanceof Buffer)) return peer.close(closeCodes.unreadable, 'Only binary frames are read.')
    const pause = rate()
    if (pause > 0) {
      // Nothing is dropped: whoever sends too fast is read more slowly.
      socket.pause()
      room.world.after(pause, () => socket.resume())
    }
    receive(room, peer, data)
  })
  socket.on('pong', () => watch.alive())
  socket.on('close', () => {
    watch.stop()
    leave(room, peer)
    left()
  })
  join(room, peer)
}

/** Behind a closed door only those stay who have a seat, and whoever could open it. */
function isShutOut({ state }: Room, { actor }: Peer): boolean {
  return state.record.door === 'closed' && !actor.seated && actor.role !== 'facilitator'
}

/** Null when there is room for this socket; else why not. The last sockets are kept for facilitators. */
function seatFor(room: Room, { actor, bearer }: Peer): string | null {
  const most = actor.role === 'facilitator' ? limits.sockets : limits.sockets - limits.socketsForFacilitators
  if (room.peers.size >= most) return 'This board is full at the moment.'
  // Many people may come with one link; a seat is one person.
  const same = [...room.peers].filter((peer) => peer.bearer.token === bearer.token).length
  return actor.seated && same >= limits.socketsPerSeat ? 'This board is open too often on this seat.' : null
}

interface Silence {
  heard(): void
  alive(): void
  stop(): void
}

/** Ends a socket that never says anything, and one whose line is dead. */
function watchSilence({ world }: Room, peer: Peer, socket: WebSocket): Silence {
  let last = world.now()
  const first = alarm(world.after, () => peer.close(closeCodes.tryLater, 'Nothing was said.'))
  const next = alarm(world.after, () => {
    if (world.now() - last > limits.silence) socket.terminate()
    else next.set(limits.pulse)
  })
  first.set(limits.firstFrame)
  next.set(limits.pulse)
  return {
    heard() {
      first.clear()
      last = world.now()
    },
    alive() {
      last = world.now()
    },
    stop() {
      first.clear()
      next.clear()
    },
  }
}

/** Answers for each frame how long to wait before the next one is read, in milliseconds. */
function createRate(now: () => number): () => number {
  let left: number = limits.frameBurst
  let at = now()
  return () => {
    const time = now()
    left = Math.min(limits.frameBurst, left + ((time - at) * limits.framesPerSecond) / 1000)
    at = time
    left--
    return left >= 0 ? 0 : Math.ceil((-left * 1000) / limits.framesPerSecond)
  }
}
