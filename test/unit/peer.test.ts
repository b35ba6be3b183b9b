import { describe, expect, test } from 'vitest'
import { framed } from '../../server/src/rooms/line/ws-frame.ts'
import { handTick, stuckLine } from '../support/stuck-line.ts'

function stuck() {
  const { tick, now } = handTick()
  return { ...stuckLine(tick), tick: now }
}

const frame = (kilobytes: number) => new Uint8Array(kilobytes * 1024)

describe('a peer that reads too slowly', () => {
  test('gets no presence while it is a quarter of a megabyte behind', () => {
    const { peer, line, tick } = stuck()
    peer.send(frame(300))
    expect(peer.keepsUp()).toBe(false)
    tick()
    expect(peer.keepsUp()).toBe(false)
    line.writableLength = 1000
    expect(peer.keepsUp()).toBe(true)
  })

  test('is closed with 1013 once it is two megabytes behind, within one tick or over many', () => {
    for (const often of [true, false]) {
      const { peer, socket, line, tick } = stuck()
      for (let at = 0; at < 30; at++) {
        peer.send(frame(100))
        if (often) tick()
      }
      tick()
      expect(socket.code).toBe(1013)
      expect(line.writableLength).toBeLessThan(2.2 * 1024 * 1024)
    }
  })

  test('may take its time with a document of any size, but not with what comes after it', () => {
    const { peer, socket, tick } = stuck()
    peer.sendDocument(frame(5 * 1024))
    tick()
    for (let at = 0; at < 19; at++) peer.send(frame(100))
    expect(socket.code).toBeNull()
    for (let at = 0; at < 4; at++) peer.send(frame(100))
    expect(socket.code).toBe(1013)
  })

  test('is not sent the same document again and again', () => {
    const { peer, socket } = stuck()
    peer.sendDocument(frame(3 * 1024))
    peer.sendDocument(frame(3 * 1024))
    expect(socket.code).toBe(1013)
  })

  test('counts anew once the document has drained', () => {
    const { peer, socket, line, tick } = stuck()
    peer.sendDocument(frame(5 * 1024))
    tick()
    line.writableLength = 0
    for (let at = 0; at < 30; at++) peer.send(frame(100))
    expect(socket.code).toBe(1013)
  })
})

describe('a peer that is closed', () => {
  test('hears first what it was told before, and nothing afterwards', () => {
    const { peer, socket, writes, tick } = stuck()
    peer.send(Uint8Array.of(1))
    peer.close(4409, 'Refused.')
    peer.send(Uint8Array.of(2))
    peer.pass(framed(Uint8Array.of(3)))
    tick()
    expect(writes).toEqual([framed(Uint8Array.of(1))])
    expect(socket.writtenBefore).toBe(1)
  })

  test('by the other side, or with its line, is written to no more', () => {
    for (const gone of ['closing', 'line'] as const) {
      const { peer, socket, line, writes, tick } = stuck()
      peer.send(Uint8Array.of(1))
      if (gone === 'closing') socket.readyState = 2
      else line.writable = false
      tick()
      expect(writes).toEqual([])
      expect(peer.isOpen()).toBe(false)
    }
  })
})
