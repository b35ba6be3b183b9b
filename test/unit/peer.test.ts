import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import { createPeer } from '../../server/src/rooms/peer.ts'

/** A socket that nobody reads: everything sent stays in it. */
function stuckSocket() {
  const socket = {
    OPEN: 1,
    CLOSED: 3,
    readyState: 1,
    bufferedAmount: 0,
    sent: 0,
    code: null as number | null,
    send(bytes: Uint8Array) {
      socket.sent++
      socket.bufferedAmount += bytes.length
    },
    close(code: number) {
      socket.code = code
      socket.readyState = 2
    },
    terminate: () => undefined,
  }
  const bearer = {
    board: 'some-board',
    token: 'token',
    link: null,
    actor: { seat: 'some-seat', role: 'participant', name: 'Ann', seated: true },
  }
  const parts = { socket: socket as unknown as WebSocket, line: new PassThrough() }
  return { socket, peer: createPeer(parts, bearer as never, true) }
}

const frame = (kilobytes: number) => new Uint8Array(kilobytes * 1024)

describe('a peer that reads too slowly', () => {
  test('gets no presence once it is a quarter of a megabyte behind', () => {
    const { socket, peer } = stuckSocket()
    peer.sendPresence(frame(300))
    peer.sendPresence(frame(1))
    expect(socket.sent).toBe(1)
    expect(socket.code).toBeNull()
  })

  test('is closed with 1013 once it is two megabytes behind', () => {
    const { socket, peer } = stuckSocket()
    for (let at = 0; at < 30; at++) peer.send(frame(100))
    expect(socket.code).toBe(1013)
    expect(socket.bufferedAmount).toBeLessThan(2.2 * 1024 * 1024)
  })

  test('may take its time with a document of any size, but not with what comes after it', () => {
    const { socket, peer } = stuckSocket()
    peer.sendDocument(frame(5 * 1024))
    for (let at = 0; at < 19; at++) peer.send(frame(100))
    expect(socket.code).toBeNull()
    for (let at = 0; at < 4; at++) peer.send(frame(100))
    expect(socket.code).toBe(1013)
  })

  test('counts anew once the document has drained', () => {
    const { socket, peer } = stuckSocket()
    peer.sendDocument(frame(5 * 1024))
    socket.bufferedAmount = 0
    for (let at = 0; at < 30; at++) peer.send(frame(100))
    expect(socket.code).toBe(1013)
  })
})
