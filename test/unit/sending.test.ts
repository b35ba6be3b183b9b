import { PACK } from '@momentous/shared/wire/frames'
import { framesIn, PACK_MAX, readPack, writePack } from '@momentous/shared/wire/pack'
import fc from 'fast-check'
import * as decoding from 'lib0/decoding'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createSending } from '../../client/src/model/sending.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const frame = (...bytes: number[]) => Uint8Array.from(bytes)
const unpacked = (message: Uint8Array) => readPack(decoding.createDecoder(message.subarray(1)))

type Line = Pick<WebSocket, 'send'> & { readyState: 0 | 1 | 2 | 3 }

function open() {
  const sent: Uint8Array[] = []
  const line = { readyState: 1, send: (message: Uint8Array) => void sent.push(message) } as Line
  return { sent, line, sending: createSending(() => Date.now()) }
}

describe('what a page says', () => {
  test('goes at once, then as one message a frame, in its order', () => {
    const { sent, line, sending } = open()
    sending.add(line, frame(1))
    vi.advanceTimersByTime(1)
    expect(sent).toEqual([frame(1)])
    for (const value of [2, 3, 4]) sending.add(line, frame(value))
    vi.advanceTimersByTime(14)
    expect(sent).toHaveLength(1)
    vi.advanceTimersByTime(2)
    expect(sent).toHaveLength(2)
    expect(unpacked(sent[1] ?? frame())).toEqual([frame(2), frame(3), frame(4)])
  })

  test('is spread over frames when it is much, and all of it goes before the end', () => {
    const { sent, line, sending } = open()
    for (let at = 0; at < PACK_MAX * 2 + 1; at++) sending.add(line, frame(at, at))
    vi.advanceTimersByTime(1)
    expect(sent.map((message) => unpacked(message).length)).toEqual([PACK_MAX])
    vi.advanceTimersByTime(16)
    expect(sent).toHaveLength(2)
    sending.close()
    expect(sent).toHaveLength(3)
    expect(sent[2]).toEqual(frame(128, 128))
    vi.advanceTimersByTime(100)
    expect(sent).toHaveLength(3)
  })

  test('on a line that has ended is not said on the next one', () => {
    const { sent, line, sending } = open()
    const next = open()
    sending.add(line, frame(1))
    sending.add(next.line, frame(2))
    vi.advanceTimersByTime(20)
    expect(sent).toEqual([])
    expect(next.sent).toEqual([frame(2)])
  })
})

test('nothing is said on a line that began to end before its turn, of which browsers would complain', () => {
  const { sent, line, sending } = open()
  sending.add(line, frame(1))
  line.readyState = 2
  vi.advanceTimersByTime(20)
  sending.add(line, frame(2))
  sending.close()
  expect(sent).toEqual([])
})

test('a pack holds no pack, not too many, and counts as what is in it, whatever it is made of (seeded)', () => {
  expect(() => unpacked(writePack([writePack([frame(1)])]))).toThrow('not a pack')
  expect(() => unpacked(writePack(Array.from({ length: PACK_MAX + 1 }, () => frame(1))))).toThrow('not a pack')
  expect(framesIn(writePack([frame(1), frame(2)]))).toBe(2)
  expect(framesIn(frame(1, 2, 3))).toBe(1)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const count = framesIn(Uint8Array.of(PACK, ...bytes))
      expect(count).toBeGreaterThanOrEqual(1)
      expect(count).toBeLessThanOrEqual(PACK_MAX)
    }),
  )
})
