import { describe, expect, test } from 'vitest'
import { limits } from '../../server/src/rooms/limits.ts'
import { createShares, type Share } from '../../server/src/rooms/line/share.ts'
import { createTurnstile } from '../../server/src/rooms/line/turnstile.ts'

/** Boards on an event loop whose time a test makes. */
function loop() {
  let time = 0
  const shares = createShares(() => time)
  return {
    open: () => shares.open(),
    pass: (milliseconds: number) => void (time += milliseconds),
    /** The loop works for a board. */
    work(share: Share, milliseconds: number) {
      time += milliseconds
      share.spend(milliseconds)
    },
  }
}

describe('a board', () => {
  test('that is alone takes all of the loop', () => {
    const { open, work } = loop()
    const board = open()
    for (let at = 0; at < 1_000; at++) work(board, 10)
    expect(board.rest()).toBe(0)
  })

  test('that takes all of it while another one is at work rests, and the other one doesn’t', () => {
    const { open, work, pass } = loop()
    const [flooded, shop] = [open(), open()]
    let taken = 0
    for (let turn = 0; turn < 1_000; turn++) {
      work(shop, 1)
      expect(shop.rest()).toBe(0)
      if (flooded.rest() === 0) {
        work(flooded, 10)
        taken += 10
      } else pass(10)
    }
    // Half of the loop is everybody's at most; some more while it was ahead.
    expect(taken).toBeGreaterThan(1_000)
    expect(taken).toBeLessThan(4_700)
  })

  test('rests whatever it was that took so long, and for half a second at most', () => {
    const { open, work, pass } = loop()
    const [flooded, shop] = [open(), open()]
    work(shop, 1)
    work(flooded, 900)
    expect(flooded.rest()).toBeGreaterThan(100)
    expect(flooded.rest()).toBeLessThanOrEqual(500)
    pass(500)
    expect(flooded.rest()).toBe(0)
  })

  test('that takes more than its part of a loop with time to spare doesn’t rest', () => {
    const { open, work, pass } = loop()
    const [busy, shop] = [open(), open()]
    for (let turn = 0; turn < 1_000; turn++) {
      work(shop, 1)
      work(busy, 4)
      pass(8)
      expect(busy.rest()).toBe(0)
    }
  })

  test('isn’t read while its document is built, also when it is alone', () => {
    let wakes = true
    const board = createShares(() => 0).open(() => wakes)
    expect(board.rest()).toBeGreaterThan(0)
    wakes = false
    expect(board.rest()).toBe(0)
  })

  test('that pastes a thousand notes, takes them back and does it again waits for none of it', () => {
    const { open, work } = loop()
    const [busy, shop] = [open(), open()]
    for (let at = 0; at < 3; at++) {
      work(shop, 1)
      expect(busy.restOfLarge()).toBe(0)
      busy.spendAtOnce(100)
    }
  })

  test('that was held up itself in a large frame waits for seconds and not for ten', () => {
    const { open, work } = loop()
    const [busy, shop] = [open(), open()]
    for (let at = 0; at < 3; at++) busy.spendAtOnce(1_000)
    work(shop, 1)
    expect(busy.restOfLarge()).toBeGreaterThan(1_000)
    expect(busy.restOfLarge()).toBeLessThanOrEqual(5_000)
  })

  test('may take long at once some times, and then one time in some seconds', () => {
    const { open, work, pass } = loop()
    const [flooded, shop] = [open(), open()]
    let times = 0
    for (let passed = 0; passed < 60_000; passed += 100) {
      pass(100)
      work(shop, 1)
      if (flooded.restOfLarge() > 0) continue
      flooded.spendAtOnce(100)
      times++
    }
    expect(times).toBeGreaterThan(10)
    expect(times).toBeLessThan(20)
  })
})

describe('the large frames of a board that had many', () => {
  function stalledBoard() {
    const turns: (() => void)[] = []
    const later: (() => void)[] = []
    let restOfLarge = 1_000
    const board: Share = {
      spend: () => undefined,
      spendAtOnce: () => undefined,
      rest: () => 0,
      restOfLarge: () => restOfLarge,
    }
    const turnstile = createTurnstile(
      (work) => void turns.push(work),
      (_, work) => {
        later.push(work)
        return () => undefined
      },
    )
    const order: string[] = []
    const lane = (who: string) => {
      const open = turnstile.lane(board, who, () => order.push(`${who} drained`))
      return { ...open, say: (what: string, bytes: number) => open.enter(bytes, () => void order.push(what)) }
    }
    return {
      lane,
      order,
      waiting: () => turnstile.waiting(),
      turn: () => turns.splice(0).forEach((work) => work()),
      ring(rest: number) {
        restOfLarge = rest
        later.splice(0).forEach((work) => work())
      },
    }
  }

  test('wait, and what the same socket says after them; the small ones of the others are read', () => {
    const { lane, order, waiting, turn, ring } = stalledBoard()
    const [eve, ann] = [lane('eve'), lane('ann')]
    expect(eve.say('large', limits.heavyFrame)).toBe(true)
    expect(eve.say('small', 10)).toBe(true)
    for (let at = 0; at < 2 * limits.turnFrames; at++) {
      turn()
      expect(ann.say('ann’s', 10)).toBe(false)
    }
    expect(waiting()).toBe(2)
    order.length = 0
    ring(0)
    turn()
    expect(order).toEqual(['large', 'small', 'eve drained'])
  })

  test('of a socket that is gone are forgotten', () => {
    const { lane, order, waiting, turn, ring } = stalledBoard()
    const eve = lane('eve')
    eve.say('large', limits.heavyFrame)
    turn()
    eve.leave()
    expect(waiting()).toBe(0)
    ring(0)
    turn()
    expect(order).toEqual([])
  })
})
