import type { WebSocket } from 'ws'
import { limits } from '../limits.ts'

/**
 * Closes a socket. Whoever doesn't answer that, because it doesn't read either, is cut off; and whoever goes on talking isn't
 * listened to until then.
 */
export function sayGoodbye(socket: WebSocket, code: number, reason: string): void {
  let left: number = limits.lastWords
  socket.close(code, reason)
  socket.on('message', (data: Buffer) => {
    left -= data.length
    if (left < 0) socket.pause()
  })
  setTimeout(() => socket.terminate(), limits.goodbye).unref()
}
