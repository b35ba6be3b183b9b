import { expect, test } from 'vitest'
import { limits } from '../../server/src/rooms/limits.ts'
import { createEffort } from '../../server/src/rooms/rate.ts'
import { createTurnstile } from '../../server/src/rooms/turnstile.ts'
import { handClock } from '../support/hand-clock.ts'

test('whoever sends what takes long to judge is read more slowly, and again as before after a while', async () => {
  const clock = handClock()
  const effort = createEffort(clock.now)
  for (let spent = 0; spent < limits.effortBurst; spent += 50) expect(effort(50)).toBe(0)
  expect(effort(limits.effortPerSecond)).toBe(1_000)
  await clock.pass(60_000)
  expect(effort(50)).toBe(0)
})

test('a frame that takes long ends its board’s turn: the others’ come before its next one', () => {
  const turns: (() => void)[] = []
  const turnstile = createTurnstile<string>((work) => void turns.push(work))
  const order: string[] = []
  const takesLong = (name: string) => () => {
    order.push(name)
    for (const began = performance.now(); performance.now() - began <= limits.turnTime;);
  }
  const heavy = turnstile.lane('heavy', () => undefined)
  const light = turnstile.lane('light', () => undefined)
  expect(heavy.enter(10, takesLong('heavy 1'))).toBe(false)
  expect(heavy.enter(10, takesLong('heavy 2'))).toBe(true)
  expect(heavy.enter(10, takesLong('heavy 3'))).toBe(true)
  expect(light.enter(10, () => order.push('light'))).toBe(false)
  expect(order).toEqual(['heavy 1', 'light'])
  turns.shift()?.()
  light.enter(10, () => order.push('light'))
  expect(order).toEqual(['heavy 1', 'light', 'heavy 2', 'light'])
})
