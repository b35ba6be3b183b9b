import type { WebSocket } from 'ws'
import { limits } from '../limits.ts'

/** Closes a socket. Whoever doesn't answer that, because it doesn't read either, is cut off. */
export function sayGoodbye(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, reason)
  setTimeout(() => socket.terminate(), limits.goodbye).unref()
}
