import { closeCodes } from '@momentous/shared/wire/frames'
import { framesIn } from '@momentous/shared/wire/pack'
import type { WebSocket } from 'ws'
import { receive } from '../attend.ts'
import { alarm, type Alarm } from '../../alarm.ts'
import { limits } from '../limits.ts'
import type { Peer } from './peer.ts'
import { createEffort, createRate, type Spending } from './rate.ts'
import type { Room } from '../room.ts'
import { watchSilence } from './silence.ts'
import type { Turnstile } from './turnstile.ts'

/** Why a socket isn't read for a while. */
type Hold = 'rate' | 'effort' | 'turn'
const NOTHING: readonly Hold[] = Object.freeze([])

export interface Reader {
  readonly peer: Peer
  readonly socket: WebSocket
  readonly turnstile: Turnstile
  /** Who sits there: a seat, or those who have the same link on the same network. */
  readonly who: string
  readonly spending: Spending
}

/**
 * Reads a socket: at its own rate, in its room's turns, until it is silent. Nothing is dropped: whoever sends too fast is read
 * more slowly; but what lay in a line when it ended is still handed over by it, and read by nobody. Returns how to stop.
 */
export function readSocket(room: Room, { peer, socket, turnstile, who, spending }: Reader): () => void {
  const { now, after, metrics } = room.world
  const rate = createRate(now, spending)
  const effort = createEffort(now, spending)
  let holds: readonly Hold[] = NOTHING
  // Most people never send so much.
  let resting: Alarm | null = null
  let recovering: Alarm | null = null
  const lane = turnstile.lane(room.share, who, () => letGo('turn'))
  const silence = watchSilence({
    now,
    after,
    mute: () => peer.close(closeCodes.tryLater, 'Nothing was said.'),
    dead: () => socket.terminate(),
    listening: () => holds.length === 0,
  })

  function hold(why: Hold): void {
    if (holds.length === 0) socket.pause()
    if (!holds.includes(why)) holds = [...holds, why]
  }

  function letGo(why: Hold): void {
    if (!holds.includes(why)) return
    holds = holds.filter((each) => each !== why)
    if (holds.length > 0) return
    silence.alive()
    socket.resume()
  }

  /** What came in the same piece as the frame that was too much has made the pause longer. */
  function rested(): void {
    const pause = rate(0, 0)
    return pause > 0 ? resting?.set(pause) : letGo('rate')
  }

  function read(data: Buffer): void {
    const began = performance.now()
    receive(room, peer, data)
    // A small one that took long was held up by something else.
    const pause = data.length < limits.heavyFrame ? 0 : effort(performance.now() - began)
    if (pause === 0) return
    hold('effort')
    recovering ??= alarm(after, () => letGo('effort'))
    recovering.set(pause)
  }

  socket.on('message', (data, isBinary) => {
    if (!peer.isOpen()) return
    silence.heard()
    metrics.add('messages', 1)
    if (!isBinary || !(data instanceof Buffer)) return peer.close(closeCodes.unreadable, 'Only binary frames are read.')
    const pause = rate(data.length, framesIn(data))
    if (pause > 0) {
      hold('rate')
      resting ??= alarm(after, rested)
      resting.arm(pause)
    }
    if (lane.enter(data.length, () => read(data))) hold('turn')
  })
  socket.on('pong', () => silence.alive())
  return () => {
    silence.stop()
    resting?.clear()
    recovering?.clear()
    lane.leave()
  }
}
