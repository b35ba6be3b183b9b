import type { FrameOf } from '@momentous/shared/wire/frames'
import { describe, expect, test } from 'vitest'
import { announcer } from '../../server/src/rooms/announcer.ts'
import type { Room } from '../../server/src/rooms/room.ts'
import { handClock } from '../support/hand-clock.ts'

/** So many people come in one after the other; answers what all of them were told together. */
async function comeIn(people: number, every: number) {
  const clock = handClock()
  const passed: Buffer[] = []
  const room = {
    world: clock,
    closed: false,
    peers: new Set<object>(),
    journal: { push: ({ done }: { done(): void }) => done() },
    watchers: [],
  }
  const name = 'Somebody with a name of usual length, and where they work'
  const frame = () => ({ people: Array.from(room.peers, () => ({ name })), doorOpen: true })
  const say = announcer(room as unknown as Room, 'people', () => frame() as unknown as FrameOf<'people'>)
  for (let at = 0; at < people; at++) {
    room.peers.add({ speaksOurs: true, greeted: true, pass: (message: Buffer) => void passed.push(message) })
    say.soon()
    await clock.pass(every)
  }
  await clock.pass(5_000)
  return { last: passed.slice(-people), bytes: passed.reduce((sum, { length }) => sum + length, 0) }
}

describe('who is here', () => {
  test('is told soon after each in a small room', async () => {
    const few = await comeIn(3, 100)
    expect(few.bytes).toBeGreaterThan(0)
    expect(few.last.map((message) => message.toString().split('Somebody').length - 1)).toEqual([3, 3, 3])
  })

  test('costs no more where a hundred come at once than over a while, and everybody knows of all in the end', async () => {
    const many = await comeIn(100, 10)
    expect(many.last.every((message) => message.toString().split('Somebody').length - 1 === 100)).toBe(true)
    // With every join a frame of everybody to everybody would be 25 megabytes.
    expect(many.bytes).toBeLessThan(4_000_000)
  })
})
