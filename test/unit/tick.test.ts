import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pauseFor } from '../../server/src/rooms/line/tempo.ts'
import { createTick } from '../../server/src/rooms/line/tick.ts'
import { framed } from '../../server/src/rooms/line/ws-frame.ts'
import { handTick, stuckLine } from '../support/stuck-line.ts'

function room(size: number) {
  const { tick, now } = handTick()
  return { tick: now, hasten: tick.hasten, all: Array.from({ length: size }, () => stuckLine(tick)) }
}

describe('a tick', () => {
  test('is one write a socket, and one buffer for all who get the same', () => {
    const { tick, all } = room(5)
    const messages = [1, 2, 3].map((value) => framed(Uint8Array.of(value)))
    for (const message of messages) for (const { peer } of all) peer.pass(message)
    expect(all.every(({ writes }) => writes.length === 0)).toBe(true)
    tick()
    for (const { writes } of all) {
      expect(writes).toHaveLength(1)
      expect(writes[0]).toBe(all[0]?.writes[0])
    }
    expect(all[0]?.writes[0]).toEqual(Buffer.concat(messages))
    for (const { peer } of all) peer.pass(messages[0] ?? Buffer.alloc(0))
    tick()
    expect(all.map(({ writes }) => writes.length)).toEqual([2, 2, 2, 2, 2])
  })

  test('gives everybody what was meant for them and nothing else, in its order (seeded)', () => {
    const script = fc.array(fc.tuple(fc.constantFrom('all', 'all-but', 'one', 'tick'), fc.nat(3), fc.nat(255)), {
      maxLength: 80,
    })
    fc.assert(
      fc.property(script, (steps) => {
        const { tick, all } = room(4)
        const meant = all.map((): number[] => [])
        for (const [kind, who, value] of steps) {
          if (kind === 'tick') tick()
          const message = framed(Uint8Array.of(value))
          for (const [at, { peer }] of all.entries()) {
            if (kind === 'tick' || (kind === 'all-but' && at === who) || (kind === 'one' && at !== who)) continue
            meant[at]?.push(value)
            if (kind === 'one') peer.send(Uint8Array.of(value))
            else peer.pass(message)
          }
        }
        tick()
        const heard = all.map(({ writes }) => [...Buffer.concat(writes)].filter((_, at) => at % 3 === 2))
        expect(heard).toEqual(meant)
      }),
    )
  })

  test('writes what is large as it is, beside what goes with it, as one bundle', () => {
    const { tick, all } = room(1)
    const [{ peer, writes, line } = stuckLine(handTick().tick)] = all
    const document = new Uint8Array(200_000).fill(7)
    peer.send(Uint8Array.of(1))
    peer.sendDocument(document)
    peer.send(Uint8Array.of(2))
    tick()
    expect(Buffer.concat(writes)).toEqual(
      Buffer.concat([framed(Uint8Array.of(1)), framed(document), framed(Uint8Array.of(2))]),
    )
    expect(writes.some(({ buffer }) => buffer === document.buffer)).toBe(true)
    expect(line.corked).toBe(0)
  })

  test('comes sooner when something has been on its way for long enough, once for all of it', async () => {
    const { tick, all, hasten } = room(2)
    for (const { peer } of all) peer.send(Uint8Array.of(1))
    hasten()
    for (const { peer } of all) peer.send(Uint8Array.of(2))
    hasten()
    await new Promise((resolve) => setImmediate(resolve))
    const both = Buffer.concat([framed(Uint8Array.of(1)), framed(Uint8Array.of(2))])
    expect(all.map(({ writes }) => writes)).toEqual([[both], [both]])
    for (const { peer } of all) peer.send(Uint8Array.of(3))
    tick()
    expect(all.map(({ writes }) => writes.length)).toEqual([2, 2])
  })

  test('gathers what goes to the disk while much is told, for all rooms at once, and holds nothing up while it is not', async () => {
    const due: (() => void)[] = []
    let pause = 10_000
    const after = (_: number, work: () => void) => {
      due.push(work)
      return () => undefined
    }
    const tick = createTick({ pause: () => pause, told: () => undefined }, after)
    const gone: string[] = []
    await tick.gathered()
    expect(due).toEqual([])
    for (const name of ['one room', 'another']) void tick.gathered().then(() => gone.push(name))
    await Promise.resolve()
    expect(gone).toEqual([])
    expect(due).toHaveLength(1)
    due[0]?.()
    await Promise.resolve()
    expect(gone).toEqual(['one room', 'another'])
    pause = 0
    await tick.gathered()
    expect(due).toHaveLength(1)
  })

  test('comes at once while little is told and the loop has time, and at least every 20 milliseconds', () => {
    const aRoomOf = (people: number, changes: number): number => people * people * changes
    expect(pauseFor(aRoomOf(25, 2), 0.1)).toBe(0)
    expect(pauseFor(20 * aRoomOf(10, 2), 0.2)).toBeGreaterThan(5)
    expect(pauseFor(aRoomOf(100, 2), 0.2)).toBe(20)
    expect(pauseFor(0, 0.6)).toBeGreaterThan(5)
    expect(pauseFor(Infinity, 1)).toBe(20)
  })
})
