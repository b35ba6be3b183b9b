import { EventEmitter } from 'node:events'
import type { Server } from 'node:http'
import { describe, expect, test } from 'vitest'
import { boundConnections } from '../../server/src/http/connections.ts'
import { nestingOf } from '@momentous/shared/imports/nesting'
import { addressOf, networkOf, trustsOf } from '../../server/src/http/network.ts'
import { limits } from '../../server/src/rooms/limits.ts'
import { createNetworks } from '../../server/src/rooms/entrance/networks.ts'
import { createRate } from '../../server/src/rooms/line/rate.ts'
import { watchSilence } from '../../server/src/rooms/line/silence.ts'
import { handClock } from '../support/hand-clock.ts'

describe('where somebody comes from', () => {
  const trusts = trustsOf(['10.0.0.0/8', '2001:db8::7'])

  test.each([
    ['203.0.113.9', undefined, '203.0.113.9'],
    ['203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['::ffff:127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['127.0.0.1', '6.6.6.6, 198.51.100.1, 10.1.2.3', '198.51.100.1'],
    ['2001:db8::7', '2001:db8:1::5', '2001:db8:1::5'],
    ['127.0.0.1', 'nonsense', '127.0.0.1'],
    ['127.0.0.1', '', '127.0.0.1'],
  ])('%s that says %s is %s', (remote, forwarded, address) => {
    expect(addressOf(remote, forwarded, trusts)).toBe(address)
  })

  test.each([
    ['198.51.100.1', '198.51.100.1'],
    ['::ffff:198.51.100.1', '198.51.100.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('%s belongs to the network %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})

test('a body is as deep as its brackets, and those in texts don’t count', () => {
  expect(nestingOf('{"a":[{"b":"[[[[\\"[["}]}', 32)).toBe(3)
  expect(nestingOf('[]'.repeat(1000), 32)).toBe(1)
  expect(nestingOf('['.repeat(1_000_000), 32)).toBe(33)
})

test('connections of one network are bounded, and given back', () => {
  const server = new EventEmitter()
  boundConnections(server as Server, trustsOf([]), 1000, 2)
  const connect = (remoteAddress: string) => {
    const socket = Object.assign(new EventEmitter(), {
      remoteAddress,
      destroyed: false,
      setTimeout: () => undefined,
      destroy: () => void (socket.destroyed = true),
    })
    server.emit('connection', socket)
    return socket
  }
  const [first] = [connect('198.51.100.1'), connect('198.51.100.1')]
  expect(connect('198.51.100.1').destroyed).toBe(true)
  expect(connect('198.51.100.2').destroyed).toBe(false)
  for (let at = 0; at < 5; at++) expect(connect('127.0.0.1').destroyed).toBe(false)
  first.emit('close')
  expect(connect('198.51.100.1').destroyed).toBe(false)
})

describe('the sockets of one network', () => {
  const seated = { role: 'participant', seated: true } as const
  const visitor = { role: 'participant', seated: false } as const
  const steering = { role: 'facilitator', seated: false } as const

  test('of a workshop all come in, and come back, and come back', async () => {
    const clock = handClock()
    const { arrive, settle } = createNetworks(clock.now)
    for (let again = 0; again < 4; again++) {
      const arrived = Array.from({ length: 250 }, () => arrive('workshop'))
      const settled = arrived.map(() => settle('workshop', seated))
      expect([...arrived, ...settled]).not.toContain(null)
      for (const done of [...arrived, ...settled]) done?.()
      await clock.pass(1000)
    }
  })

  test('are opened only so fast, and other networks don’t notice', async () => {
    const clock = handClock()
    const { arrive } = createNetworks(clock.now)
    const flood = () => {
      for (let at = 1; ; at++) {
        const done = arrive('lair')
        if (done === null) return at - 1
        done()
      }
    }
    expect(flood()).toBe(limits.arrivalBurst)
    expect(arrive('workshop')).not.toBeNull()
    await clock.pass(1000)
    expect(flood()).toBe(limits.arrivalsPerSecond)
  })

  test('that never finish coming in leave places for others', () => {
    const { arrive } = createNetworks(handClock().now)
    for (let at = 0; at < limits.arrivingFromOne; at++) expect(arrive('lair')).not.toBeNull()
    expect(arrive('lair')).toBeNull()
    expect(arrive('workshop')).not.toBeNull()
  })

  test('that are at rest are forgotten, however many came, also behind some that stay', async () => {
    const clock = handClock()
    const { arrive, settle, known } = createNetworks(clock.now)
    for (const name of ['workshop', 'office', 'home']) settle(name, seated)
    for (let at = 0; at < 5000; at++) {
      arrive(`passer-by ${at}`)?.()
      if (at % 100 === 0) await clock.pass(1000)
    }
    expect(known()).toBeLessThan(300)
  })

  test('are bounded, the last ones kept for people with a seat and for facilitators', () => {
    const { settle } = createNetworks(handClock().now)
    const fill = (actor: typeof seated | typeof visitor | typeof steering) => {
      for (let at = 0; ; at++) if (settle('lair', actor) === null) return at
    }
    expect(fill(visitor)).toBeGreaterThan(1000)
    expect(fill(seated)).toBe(limits.socketsFromOneForSeats)
    expect(fill(steering)).toBe(limits.socketsFromOneForFacilitators)
    expect(settle('workshop', visitor)).not.toBeNull()
  })
})

describe('a socket', () => {
  test('is read at so many frames and so many bytes a second', async () => {
    const clock = handClock()
    const rate = createRate(clock.now)
    for (let at = 0; at < limits.frameBurst; at++) expect(rate(10, 1)).toBe(0)
    expect(rate(10, 1)).toBeGreaterThan(0)
    await clock.pass(60_000)
    for (let at = 0; at < 8; at++) expect(rate(limits.byteBurst / 8, 1)).toBe(0)
    expect(rate(limits.bytesPerSecond, 1)).toBe(1000)
    clock.set(-3_600_000)
    expect(rate(0, 1)).toBe(1000)
  })

  const watched = () => {
    const clock = handClock()
    const said: string[] = []
    let listening = true
    const silence = watchSilence({
      ...clock,
      listening: () => listening,
      mute: () => said.push('mute'),
      dead: () => said.push(`dead after ${clock.now() - 1_800_000_000_000}`),
    })
    return { clock, said, silence, listen: (ear: boolean) => (listening = ear) }
  }

  test('that never says anything goes after five seconds', async () => {
    const { clock, said } = watched()
    await clock.pass(4_999)
    expect(said).toEqual([])
    await clock.pass(1)
    expect(said).toEqual(['mute'])
  })

  test('whose line is dead is noticed within ten seconds, whatever the clock did', async () => {
    const { clock, said, silence } = watched()
    silence.heard()
    for (let at = 0; at < 20; at++) {
      await clock.pass(5_000)
      silence.alive()
    }
    expect(said).toEqual([])
    clock.set(-3_600_000)
    await clock.pass(20_000)
    expect(said).toHaveLength(1)
    const other = watched()
    other.silence.heard()
    await other.clock.pass(10_000)
    expect(other.said).toEqual(['dead after 9500'])
  })

  test('that we don’t listen to ourselves isn’t dead for that', async () => {
    const { clock, said, silence, listen } = watched()
    silence.heard()
    listen(false)
    await clock.pass(60_000)
    listen(true)
    expect(said).toEqual([])
    await clock.pass(20_000)
    expect(said).toHaveLength(1)
  })

  test('is given a pulse more when this process was held up', async () => {
    const { clock, said, silence } = watched()
    silence.heard()
    clock.set(60_000)
    await clock.pass(10_000)
    expect(said).toEqual([])
    silence.alive()
    await clock.pass(9_000)
    expect(said).toEqual([])
  })
})
