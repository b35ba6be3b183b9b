import { closeCodes } from '@momentous/shared/wire/frames'
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import { liveServer } from '../support/live-server.ts'
import { buildSession } from '../support/session-builder.ts'

const QUERY = new Uint8Array([3])

/** A pack whose number is written in two bytes, as a reader of numbers takes it and a counter of packs doesn't. */
function longPack(frames: readonly Uint8Array[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeUint8Array(encoder, new Uint8Array([76 | 0x80, 0]))
  for (const frame of frames) encoding.writeVarUint8Array(encoder, frame)
  return encoding.toUint8Array(encoder)
}

const many = <Value>(count: number, value: Value): readonly Value[] => Array.from({ length: count }, () => value)

async function team() {
  const { origin } = await liveServer()
  const session = await buildSession(origin)
  const [ann, eve] = [await session.sit('participant', 'Ann'), await session.sit('participant', 'Eve')]
  const [good, hostile] = [await session.join(ann.token), await session.join(eve.token)]
  await hostile.frame(64)
  return { good, hostile }
}

test('a pack that hides its number, or lies in another one, is no frame: its sender goes, and nobody else notices', async () => {
  for (const frame of [longPack(many(60, QUERY)), longPack(many(60, longPack(many(60, QUERY))))]) {
    const { good, hostile } = await team()
    const before = hostile.frames.filter(({ number }) => number === 1).length
    hostile.send(frame)
    expect(await hostile.closed).toBe(closeCodes.unreadable)
    expect(hostile.frames.filter(({ number }) => number === 1).length).toBeLessThan(before + 5)
    expect(good.isOpen()).toBe(true)
  }
})

test('who asks again and again who is here is told as often as that can be news', async () => {
  const { hostile } = await team()
  const told = () => hostile.frames.filter(({ number }) => number === 1).length
  const before = told()
  for (let at = 0; at < 300; at++) hostile.send(QUERY)
  hostile.ours(65, { id: 'behind-all-of-them', name: 'no-such-command', args: {} })
  await hostile.frame(66, ({ id }) => id === 'behind-all-of-them')
  // One a second: on a machine that takes its time for this, some more.
  expect(told() - before).toBeLessThan(20)
})

test('who was told to go has no say any more: not even a pointer of theirs moves', async () => {
  const { good, hostile } = await team()
  hostile.presence({ cursor: [1, 1] })
  await good.frame(1)
  hostile.send(new Uint8Array([0]))
  hostile.presence({ cursor: [777, 777] })
  await hostile.closed
  expect(good.frames.some(({ bytes }) => Buffer.from(bytes).includes('777'))).toBe(false)
})
