import { expect, test } from 'vitest'
import { limits } from '../../server/src/rooms/limits.ts'
import { createEffort, createRate } from '../../server/src/rooms/line/rate.ts'
import { createShares } from '../../server/src/rooms/line/share.ts'
import { createTurnstile } from '../../server/src/rooms/line/turnstile.ts'
import { handClock } from '../support/hand-clock.ts'

test('whoever sends what takes long to judge is read more slowly, and again as before after a while', async () => {
  const clock = handClock()
  const effort = createEffort(clock.now)
  for (let spent = 0; spent < limits.effortBurst; spent += 50) expect(effort(50)).toBe(0)
  expect(effort(limits.effortPerSecond)).toBe(1_000)
  await clock.pass(60_000)
  expect(effort(50)).toBe(0)
})

test('nobody owes more than twenty seconds, however much came at once', () => {
  const { now } = handClock()
  expect(createRate(now)(100, 1_000_000)).toBe(20_000)
  expect(createEffort(now)(1_000_000)).toBe(20_000)
})

const HEAVY = limits.heavyFrame

/** A turnstile whose turns and rests a test takes by hand, and boards that take as long as it says. */
function byHand() {
  const turns: (() => void)[] = []
  const rests: { readonly work: () => void; readonly pause: number }[] = []
  const shares = createShares()
  const turnstile = createTurnstile(
    (work) => void turns.push(work),
    (pause, work) => {
      rests.push({ work, pause })
      return () => undefined
    },
  )
  const order: string[] = []
  const busyFor = (milliseconds: number) => {
    for (const began = performance.now(); performance.now() - began < milliseconds;);
  }
  const lane = (name: string) => {
    const own = turnstile.lane(shares.open(), name, () => undefined)
    let frame = 0
    return (bytes: number, milliseconds: number) => {
      const number = ++frame
      return own.enter(bytes, () => {
        order.push(`${name} ${number}`)
        busyFor(milliseconds)
      })
    }
  }
  return { lane, order, rests, busyFor, turn: () => turns.shift()?.() }
}

test('a frame that takes long ends its board’s turn, and its board rests while the others are read', () => {
  const { lane, order, rests, busyFor, turn } = byHand()
  const [heavy, light] = [lane('heavy'), lane('light')]
  expect(heavy(HEAVY, limits.turnTime + 5)).toBe(false)
  expect(heavy(HEAVY, 0)).toBe(true)
  expect(light(10, 0)).toBe(false)
  turn()
  expect(light(10, 0)).toBe(false)
  expect(order).toEqual(['heavy 1', 'light 1', 'light 2'])
  const [rest] = rests
  expect(rest?.pause).toBeGreaterThan(3 * limits.turnTime)
  busyFor(rest?.pause ?? 0)
  turn()
  rest?.work()
  turn()
  expect(order.at(-1)).toBe('heavy 2')
})

test('a small frame that was held up by something else costs its board no rest', () => {
  const { lane, order, rests, turn } = byHand()
  const board = lane('board')
  expect(board(10, limits.turnTime + 5)).toBe(false)
  expect(board(10, 0)).toBe(true)
  turn()
  expect(order).toEqual(['board 1', 'board 2'])
  expect(rests).toEqual([])
})
