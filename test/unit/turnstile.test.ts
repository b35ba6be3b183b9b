import { describe, expect, test } from 'vitest'
import { limits } from '../../server/src/rooms/limits.ts'
import { createTurnstile } from '../../server/src/rooms/line/turnstile.ts'

/** A turnstile whose turns a test takes by hand, and what was read in which order. */
function turnstile() {
  const turns: (() => void)[] = []
  const { lane, waiting } = createTurnstile<string>((work) => turns.push(work))
  const order: string[] = []
  return {
    order,
    waiting,
    turn: () => turns.splice(0).forEach((work) => work()),
    idle: () => turns.length === 0,
    socket(room: string, name: string) {
      let drained = 0
      const open = lane(room, () => (drained += 1))
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
    const { order, socket, turn, idle } = turnstile()
    expect(socket('shop', 'ann').say(limits.turnFrames)).toBe(false)
    expect(order).toHaveLength(limits.turnFrames)
    turn()
    turn()
    expect(idle()).toBe(true)
  })

  test('wait behind so many, and nothing is lost or out of order', () => {
    const { order, socket, turn, waiting } = turnstile()
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
    const { order, socket, turn } = turnstile()
    socket('flooded', 'eve').say(5000)
    order.length = 0
    expect(socket('shop', 'ann').say()).toBe(false)
    turn()
    expect(order.filter((name) => name === 'eve')).toHaveLength(limits.turnFrames)
    expect(socket('shop', 'bob').say()).toBe(false)
    expect(order.at(-1)).toBe('bob')
  })

  test('are read in turns between the sockets that wait', () => {
    const { order, socket, turn } = turnstile()
    socket('shop', 'eve').say(5000)
    order.length = 0
    expect(socket('shop', 'ann').say(3)).toBe(true)
    turn()
    expect(order.filter((name) => name === 'ann')).toHaveLength(3)
    expect(order.indexOf('ann')).toBeLessThan(2)
  })

  test('are counted by their bytes as well', () => {
    const { order, socket } = turnstile()
    expect(socket('shop', 'eve').say(3, limits.turnBytes)).toBe(true)
    expect(order).toHaveLength(1)
  })

  test('of a socket that is gone are forgotten', () => {
    const { order, socket, turn, waiting } = turnstile()
    const eve = socket('shop', 'eve')
    eve.say(5000)
    eve.leave()
    expect(waiting()).toBe(0)
    turn()
    expect(order).toHaveLength(limits.turnFrames)
  })
})
