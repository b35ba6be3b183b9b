import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { limits } from '../../server/src/rooms/limits.ts'
import type { Share } from '../../server/src/rooms/line/share.ts'
import { createTurnstile } from '../../server/src/rooms/line/turnstile.ts'

/** A board that never has to rest. */
const freeBoard = (): Share => ({
  spend: () => undefined,
  spendAtOnce: () => undefined,
  rest: () => 0,
  restOfLarge: () => 0,
})

/** A turnstile whose turns a test takes by hand, and what was read in which order. */
function gates() {
  const turns: (() => void)[] = []
  const turnstile = createTurnstile((work) => turns.push(work))
  const boards = new Map<string, Share>()
  const order: string[] = []
  const boardOf = (room: string) => {
    const board = boards.get(room) ?? freeBoard()
    boards.set(room, board)
    return board
  }
  return {
    order,
    waiting: () => turnstile.waiting(),
    turn: () => turns.splice(0).forEach((work) => work()),
    idle: () => turns.length === 0,
    /** `name` is whose socket it is. */
    socket(room: string, name: string) {
      let drained = 0
      const open = turnstile.lane(boardOf(room), name, () => (drained += 1))
      return {
        ...open,
        say: (times = 1, bytes = 10) => {
          let waited = false
          for (let at = 0; at < times; at++) waited = open.enter(bytes, () => order.push(name)) || waited
          return waited
        },
        drained: () => drained,
      }
    },
  }
}

describe('the frames of a board', () => {
  test('are read at once as long as it is the board’s turn', () => {
    const { order, socket, turn, idle } = gates()
    expect(socket('shop', 'ann').say(limits.turnFrames)).toBe(false)
    expect(order).toHaveLength(limits.turnFrames)
    turn()
    turn()
    expect(idle()).toBe(true)
  })

  test('wait behind so many, and nothing is lost or out of order', () => {
    const { order, socket, turn, waiting } = gates()
    const ann = socket('shop', 'ann')
    expect(ann.say(3 * limits.turnFrames)).toBe(true)
    expect([order.length, waiting()]).toEqual([limits.turnFrames, 2 * limits.turnFrames])
    expect(ann.drained()).toBe(0)
    turn()
    expect(order).toHaveLength(2 * limits.turnFrames)
    turn()
    expect([order.length, waiting(), ann.drained()]).toEqual([3 * limits.turnFrames, 0, 1])
  })

  test('of another board are read meanwhile, however many wait on the first', () => {
    const { order, socket, turn } = gates()
    socket('flooded', 'eve').say(5000)
    order.length = 0
    expect(socket('shop', 'ann').say()).toBe(false)
    turn()
    expect(order.filter((name) => name === 'eve')).toHaveLength(limits.turnFrames)
    expect(socket('shop', 'bob').say()).toBe(false)
    expect(order.at(-1)).toBe('bob')
  })

  test('are read in turns between the people who wait, however many sockets one of them has', () => {
    const { order, socket, turn } = gates()
    for (let tab = 0; tab < 12; tab++) socket('shop', 'eve').say(500)
    order.length = 0
    expect(socket('shop', 'ann').say(3)).toBe(true)
    turn()
    expect(order.slice(0, 6)).toEqual(['eve', 'ann', 'eve', 'ann', 'eve', 'ann'])
  })

  test('are read in turns between the sockets of one person as well', () => {
    const { order, socket, turn } = gates()
    const [first, second] = [socket('shop', 'eve'), socket('shop', 'eve')]
    first.say(limits.turnFrames)
    first.say(500)
    second.enter(10, () => order.push('the other tab'))
    order.length = 0
    turn()
    expect(order.indexOf('the other tab')).toBe(1)
  })

  test('are counted by their bytes as well', () => {
    const { order, socket } = gates()
    expect(socket('shop', 'eve').say(3, limits.turnBytes)).toBe(true)
    expect(order).toHaveLength(1)
  })

  test('rest after one that took long, and never for long, whatever held it up', () => {
    let time = 1_000
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => time)
    onTestFinished(() => clock.mockRestore())
    const { order, socket, turn } = gates()
    const slow = socket('shop', 'eve')
    slow.enter(limits.heavyFrame, () => (time += 1_500))
    const ann = socket('shop', 'ann')
    expect(ann.say()).toBe(true)
    turn()
    expect(order).toEqual([])
    time += 301
    expect(ann.say()).toBe(true)
    turn()
    expect(order).toEqual(['ann', 'ann'])
  })

  test('of a socket that is gone are forgotten', () => {
    const { order, socket, turn, waiting } = gates()
    const eve = socket('shop', 'eve')
    eve.say(5000)
    eve.leave()
    expect(waiting()).toBe(0)
    turn()
    expect(order).toHaveLength(limits.turnFrames)
  })
})
