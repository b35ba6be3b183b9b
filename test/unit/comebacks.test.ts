import { describe, expect, test } from 'vitest'
import { createComebacks } from '../../server/src/rooms/entrance/comebacks.ts'
import { createLeftovers } from '../../server/src/rooms/entrance/leftovers.ts'
import { limits } from '../../server/src/rooms/limits.ts'
import { createEffort, createRate } from '../../server/src/rooms/line/rate.ts'
import { handClock } from '../support/hand-clock.ts'

describe('whoever was closed for what it sent', () => {
  test('comes back at once, and so do a dozen tabs of one seat', () => {
    const { note, wait } = createComebacks(handClock().now)
    for (let tab = 0; tab < 12; tab++) {
      note('ann')
      expect(wait('ann', true)).toBe(0)
    }
  })

  test('waits after that came again and again, and nobody else does', async () => {
    const clock = handClock()
    const { note, wait } = createComebacks(clock.now)
    let came = 0
    for (let passed = 0; passed < 60_000;) {
      note('eve')
      came++
      const pause = Math.max(1, wait('eve', true))
      await clock.pass(pause)
      passed += pause
    }
    expect(came).toBeLessThan(40 + 2 * 60 + 10)
    expect(wait('ann', true)).toBe(0)
  })

  test('comes in one by one, and also a workshop behind the same address and link waits for some seconds at most', () => {
    const { note, wait } = createComebacks(handClock().now)
    for (let at = 0; at < 1_000; at++) note('link 10.0.0.1')
    const waits = Array.from({ length: 100 }, () => wait('link 10.0.0.1', false))
    expect(waits.slice(0, 3)).toEqual([100, 200, 300])
    expect(Math.max(...waits)).toBeLessThan(5_000)
  })

  test('is forgotten after a while', async () => {
    const clock = handClock()
    const { note, wait, known } = createComebacks(clock.now)
    for (let at = 0; at < 100; at++) note(`seat ${at}`)
    for (let at = 0; at < 100; at++) note('eve')
    await clock.pass(60_000)
    expect(wait('eve', true)).toBe(0)
    note('ann')
    expect(known()).toBe(1)
  })
})

describe('what was spent', () => {
  function house() {
    const clock = handClock()
    return { clock, ...createLeftovers(clock.now) }
  }

  test('outlives the socket, for frames, bytes and effort alike', () => {
    const { clock, take, put } = house()
    const spending = take('eve')
    for (let at = 0; at < limits.frameBurst; at++) createRate(clock.now, spending)(10, 1)
    createEffort(clock.now, spending)(limits.effortBurst)
    put('eve', spending)
    const again = take('eve')
    expect(createRate(clock.now, again)(10, 1)).toBeGreaterThan(0)
    expect(createEffort(clock.now, again)(10)).toBeGreaterThan(0)
    const other = take('ann')
    expect(createRate(clock.now, other)(limits.byteBurst, 1)).toBe(0)
    expect(createEffort(clock.now, other)(limits.effortBurst)).toBe(0)
  })

  test('is paid back while nobody is there', async () => {
    const { clock, take, put } = house()
    const spending = take('eve')
    createRate(clock.now, spending)(limits.byteBurst, limits.frameBurst)
    put('eve', spending)
    await clock.pass(19_000)
    expect(createRate(clock.now, take('eve'))(limits.byteBurst, limits.frameBurst)).toBe(0)
  })

  test('by one of those with the same link takes from one of the others only', () => {
    const { clock, take, put } = house()
    const spent = take('link 10.0.0.1')
    createRate(clock.now, spent)(limits.byteBurst, limits.frameBurst)
    put('link 10.0.0.1', spent)
    const rates = Array.from({ length: 30 }, () => createRate(clock.now, take('link 10.0.0.1')))
    expect(rates.map((rate) => rate(1_000, 1)).filter((pause) => pause > 0)).toHaveLength(1)
  })

  test('beyond what there was is owed by a seat, and by nobody who only has the same link', () => {
    const { clock, take, put } = house()
    for (const who of ['eve', 'link 10.0.0.1']) {
      const spent = take(who)
      createRate(clock.now, spent)(10 * limits.byteBurst, 30_000)
      createEffort(clock.now, spent)(10 * limits.effortBurst)
      put(who, spent)
    }
    expect(createRate(clock.now, take('eve'))(10, 1)).toBe(20_000)
    const other = take('link 10.0.0.1', false)
    expect(createRate(clock.now, other)(10, 1)).toBeLessThan(10)
    expect(createEffort(clock.now, other)(1)).toBeLessThan(10)
  })

  test('is forgotten once it has come back, and of one name not without end', async () => {
    const { clock, take, put, known } = house()
    for (let at = 0; at < 1_000; at++) put(`seat ${at}`, take('somebody'))
    await clock.pass(30_000)
    put('ann', take('ann'))
    expect(known()).toBe(1)
    const spent = take('nobody')
    createRate(clock.now, spent)(limits.byteBurst, limits.frameBurst)
    for (let at = 0; at < 1_000; at++) put('eve', spent)
    const rates = Array.from({ length: 1_000 }, () => take('eve'))
    expect(rates.filter((each) => each === spent).length).toBeLessThan(20)
  })
})
