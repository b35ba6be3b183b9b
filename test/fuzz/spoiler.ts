import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { TestSession } from '../support/session-builder.ts'

/** Whoever is thrown out more often comes back one by one (`comebacks.ts`). */
const SEAT_LASTS = 30

/** Sends what it is given, a frame a turn, and comes back whenever it is thrown out. Answers how often that was. */
export async function spoiler(session: TestSession, name: string, frames: Uint8Array[]): Promise<number> {
  const { origin, board } = session
  let closed = 0
  let token = ''
  for (let frame = frames.shift(); frame !== undefined;) {
    // From another address each time, and as another person after a while: how often one may come is another test's.
    if (closed % SEAT_LASTS === 0) token = (await session.sit('participant', name)).token
    const localAddress = `127.0.${1 + (Math.floor(closed / 250) % 250)}.${1 + (closed % 250)}`
    const url = `${origin.replace('http', 'ws')}/sync/${board}`
    const socket = new WebSocket(url, ['momentous.v1', `cap.${token}`], { localAddress })
    socket.on('error', () => undefined)
    const gone = new Promise<boolean>((resolve) => socket.once('close', () => resolve(true)))
    await Promise.race([once(socket, 'open').catch(() => undefined), gone])
    while (socket.readyState === WebSocket.OPEN && frame !== undefined) {
      socket.send(frame)
      frame = frames.shift()
      // A frame that is answered with nothing is followed by the next one; an answer to a ping comes after what it did.
      socket.ping()
      await Promise.race([once(socket, 'pong').catch(() => undefined), gone])
    }
    if (socket.readyState !== WebSocket.OPEN) closed++
    socket.terminate()
  }
  return closed
}
