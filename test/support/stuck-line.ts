import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { createPeer } from '../../server/src/rooms/line/peer.ts'
import { createTick, type Tick } from '../../server/src/rooms/line/tick.ts'

/** A tick that comes when the test says so. */
export function handTick(): { readonly tick: Tick; now(): void } {
  const due: (() => void)[] = []
  const tick = createTick({ pause: () => 10, told: () => undefined }, (_, work) => {
    due.push(work)
    return () => undefined
  })
  return { tick, now: () => due.splice(0).forEach((work) => work()) }
}

/** A socket and the line below it, in the hands of a test: what is written stays until the test reads it. */
export function stuckLine(tick: Tick) {
  const writes: Buffer[] = []
  const line = {
    writable: true,
    writableLength: 0,
    corked: 0,
    cork: () => void line.corked++,
    uncork: () => void line.corked--,
    write(bytes: Buffer) {
      writes.push(bytes)
      line.writableLength += bytes.length
    },
  }
  const socket = {
    OPEN: 1,
    CLOSED: 3,
    readyState: 1,
    code: null as number | null,
    /** What had been written by the time of the closing frame. */
    writtenBefore: 0,
    close(code: number) {
      socket.code ??= code
      socket.writtenBefore = writes.length
      socket.readyState = 2
    },
    on: () => undefined,
    terminate: () => undefined,
  }
  const bearer = {
    board: 'some-board',
    token: 'token',
    link: null,
    actor: { seat: 'some-seat', role: 'participant', name: 'Ann', seated: true },
  }
  const parts = { socket: socket as unknown as WebSocket, line: line as unknown as Duplex }
  const peer = createPeer(parts, bearer as never, { ours: true, compact: true }, tick)
  return { peer, socket, line, writes }
}
