import { EventEmitter } from 'node:events'
import { expect, test, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { limits } from '../../server/src/rooms/limits.ts'
import { sayGoodbye } from '../../server/src/rooms/line/goodbye.ts'

test('whoever was told to go is heard for what was on its way, and no longer', () => {
  const [close, pause] = [vi.fn<() => void>(), vi.fn<() => void>()]
  const socket = Object.assign(new EventEmitter(), { close, pause, terminate: () => undefined })
  sayGoodbye(socket as unknown as WebSocket, 4400, 'This frame can’t be read.')
  socket.emit('message', Buffer.alloc(limits.lastWords))
  expect([close.mock.calls.length, pause.mock.calls.length]).toEqual([1, 0])
  for (let more = 1; more <= 3; more++) {
    socket.emit('message', Buffer.alloc(1))
    expect(pause).toHaveBeenCalledTimes(more)
  }
})
