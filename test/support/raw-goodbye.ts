import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { TestSession } from './session-builder.ts'
import { sync } from './raw-frames.ts'

/** How the server ended a socket. */
export interface Goodbye {
  readonly code: number
  readonly reason: string
}

/** A socket of which only its end matters. */
export function goodbye(
  { origin, board }: Pick<TestSession, 'origin' | 'board'>,
  token: string,
): { readonly open: Promise<void>; readonly closed: Promise<Goodbye> } {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/sync/${board}`, ['momentous.v1', `cap.${token}`])
  socket.on('error', () => undefined)
  onTestFinished(() => socket.terminate())
  socket.on('open', () => socket.send(sync(0, new Uint8Array([0]))))
  return {
    open: new Promise((resolve) => socket.once('message', () => resolve())),
    closed: new Promise((resolve) =>
      socket.on('close', (code, reason) => resolve({ code, reason: reason.toString('utf8') })),
    ),
  }
}
