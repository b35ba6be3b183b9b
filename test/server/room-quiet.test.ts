import { idOfSecret } from '@momentous/shared/domain/secret'
import type { Person } from '@momentous/shared/domain/person'
import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { COMPACT, PRESENCE } from '@momentous/shared/wire/frames'
import { awareness, question } from '../support/raw-frames.ts'
import { eavesdropper, type Eavesdropper } from '../support/eavesdropper.ts'
import { innerServer, type InnerSeat, type InnerServer } from '../support/inner-server.ts'
import { shortlisted } from '../support/ideas-rounds.ts'

const SEED = 7
/** The first news while ideas are open is told within four minutes. */
const UNTIL_TOLD = 245

interface Team {
  readonly server: InnerServer
  readonly seats: readonly InnerSeat[]
  readonly moment: string
  readonly watcher: Eavesdropper
  say(token: string, text: string): Promise<unknown>
  pass(seconds: number): Promise<void>
}

async function team(): Promise<Team> {
  const server = await innerServer(SEED)
  const { clock, tokens } = server
  const steer = (name: string, args?: object) => server.command(tokens.facilitator, name, args)
  const [moment = ''] = await shortlisted(server, steer)
  const seats: InnerSeat[] = []
  for (const name of ['Ann', 'Bob', 'Cem', 'Dee']) seats.push(await server.sit('participant', name))
  const watcher = eavesdropper(server, tokens.observer)
  await clock.settle()
  await steer('move-phase', { to: 'ideas' })
  const say = (token: string, text: string) =>
    server.command(token, 'raise-idea', { id: idOfSecret(`what the device of ${text} keeps`), moment, text })
  return { server, seats, moment, watcher, say, pass: (seconds) => clock.pass(seconds * 1000) }
}

const done = { state: 'done' }
const secret = (text: string) => ({ secret: `what the device of ${text} keeps` })
const textsOf = ({ doc }: Eavesdropper) =>
  [...doc.getMap<Y.Map<unknown>>('ideas').values()].map((record) => String(record.get('text'))).toSorted()

describe('a batch (I1)', () => {
  test('comes some moments after the third person, not with them', async () => {
    const { seats, watcher, say, pass } = await team()
    const [ann, bob, cem] = seats as [InnerSeat, InnerSeat, InnerSeat]
    for (const [at, { token, name }] of [ann, ann, bob].entries()) await say(token, `${name} ${at}`)
    await pass(30)
    expect(watcher.ideas()).toHaveLength(0)
    await say(cem.token, 'Cem')
    await pass(0.4)
    expect(watcher.ideas()).toHaveLength(0)
    await pass(3)
    expect(watcher.ideas()).toHaveLength(4)
    expect(new Set(watcher.sights.map(({ at }) => at)).size).toBe(1)
  })

  test('of fewer people comes within a minute, at a time that is drawn', async () => {
    const { seats, watcher, say, pass } = await team()
    const waits: number[] = []
    for (let at = 0; at < 6; at++) {
      const from = watcher.sights.length
      await say(seats[0]?.token ?? '', `Number ${at}`)
      let waited = 0
      while (watcher.sights.length === from && waited < 61) {
        await pass(1)
        waited++
      }
      waits.push(waited)
    }
    expect(Math.max(...waits)).toBeLessThanOrEqual(61)
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(40)
    expect(new Set(waits).size).toBeGreaterThan(3)
  })

  test('counts people: no second tab, no link without a seat, nobody who took everything back, by whichever seat', async () => {
    const { server, seats, watcher, say, pass } = await team()
    const [ann, bob] = seats as [InnerSeat, InnerSeat]
    const { participant, facilitator } = server.tokens
    await say(ann.token, 'One')
    await say(participant, 'Two')
    await say(facilitator, 'Three')
    await say(bob.token, 'Four')
    await say(participant, 'Five')
    await pass(20)
    expect(watcher.ideas()).toHaveLength(0)
    const cem = seats[2]?.token ?? ''
    expect(await server.command(cem, 'withdraw-idea', secret('One'))).toEqual(done)
    await say(cem, 'Six')
    await pass(10)
    expect(watcher.ideas()).toHaveLength(0)
  })

  test('that waits for its people goes when it is a minute old all the same, and leaves nothing behind', async () => {
    const { seats, watcher, say, pass, server } = await team()
    const [ann, bob, cem] = seats as [InnerSeat, InnerSeat, InnerSeat]
    for (const { token, name } of [ann, bob, cem]) await say(token, name)
    await server.command(cem.token, 'withdraw-idea', secret('Cem'))
    await pass(10)
    expect(watcher.ideas()).toHaveLength(0)
    await pass(51)
    expect(textsOf(watcher)).toEqual(['Ann', 'Bob'])
  })
})

test('after a restart people count anew, the minute begins anew, and nothing is lost (I1)', async () => {
  const { server, seats, say, pass } = await team()
  const [ann, bob, cem] = seats as [InnerSeat, InnerSeat, InnerSeat]
  for (const { token, name } of [ann, bob]) await say(token, name)
  await server.restart()
  const watcher = eavesdropper(server, server.tokens.observer)
  await say(cem.token, cem.name)
  await pass(30)
  expect(watcher.ideas()).toEqual([])
  await pass(31)
  expect(textsOf(watcher)).toEqual(['Ann', 'Bob', 'Cem'])
  expect(new Set(watcher.sights.map(({ at }) => at)).size).toBe(1)
})

describe('a change of what is out', () => {
  test('comes some moments later, the last one alone, also when it is taken back', async () => {
    const { server, seats, watcher, say, pass } = await team()
    for (const { token, name } of seats) await say(token, name)
    await pass(5)
    const [ann, bob] = seats as [InnerSeat, InnerSeat]
    const before = watcher.frames.length
    await server.command(ann.token, 'edit-idea', { ...secret('Ann'), text: 'Ann, again' })
    await server.command(ann.token, 'edit-idea', { ...secret('Ann'), text: 'Ann, better' })
    await server.command(bob.token, 'withdraw-idea', secret('Bob'))
    const again = await server.command(bob.token, 'edit-idea', { ...secret('Bob'), text: 'Bob' })
    expect(again).toMatchObject({ state: 'refused', rule: 'I3' })
    await pass(1.4)
    expect(watcher.frames.slice(before).filter(({ bytes }) => bytes[0] === 0)).toEqual([])
    await pass(6)
    expect(textsOf(watcher)).toEqual(['', 'Ann, better', 'Cem', 'Dee'])
    expect(watcher.frames.slice(before).filter(({ bytes }) => bytes[0] === 0)).toHaveLength(1)
  })

  test('that waits is not lost when the span ends', async () => {
    const { server, seats, watcher, say, pass } = await team()
    for (const { token, name } of seats) await say(token, name)
    await pass(5)
    await server.command(server.tokens.facilitator, 'move-phase', { to: 'decide' })
    await pass(4.5)
    await server.command(seats[0]?.token ?? '', 'edit-idea', { ...secret('Ann'), text: 'At the last moment' })
    await pass(1)
    expect(textsOf(watcher)).toContain('At the last moment')
  })
})

describe('the bell', () => {
  test('is heard later than it was rung, and two that ring are one bell', async () => {
    const { server, seats, watcher, pass } = await team()
    const bells = () => watcher.sights.filter(({ kind }) => kind === 'rang').length
    for (const { token } of seats.slice(0, 2)) expect(await server.command(token, 'ring-bell')).toEqual(done)
    await pass(0.15)
    expect(bells()).toBe(0)
    await pass(3)
    expect(bells()).toBe(1)
    for (const { token } of seats) expect(await server.command(token, 'ring-bell')).toEqual(done)
    await pass(4)
    expect(bells()).toBe(1)
    await pass(9)
    expect(bells()).toBe(2)
  })
})

describe('while ideas without names are open', () => {
  test('nobody is told to go, to come back or to be ready; afterwards everybody is', async () => {
    const { server, seats, watcher, pass } = await team()
    const sockets = seats.map(({ token }) => eavesdropper(server, token).socket)
    await pass(UNTIL_TOLD)
    const marks = watcher.marks.length
    sockets[0]?.close()
    await server.command(seats[1]?.token ?? '', 'be-ready', { ready: true })
    await pass(20)
    eavesdropper(server, seats[0]?.token ?? '')
    await pass(20)
    sockets[2]?.close()
    await pass(60)
    expect(watcher.marks.slice(marks)).toEqual([])
    const late = eavesdropper(server, server.tokens.observer)
    await pass(1)
    expect(late.people().people.filter(({ online }: Person) => online).length).toBe(seats.length)
    expect(late.people().people.filter(({ ready }: Person) => ready)).toEqual([])
    expect(late.people().quiet).toEqual({ ready: 1, few: false })
    await server.command(server.tokens.facilitator, 'move-phase', { to: 'decide' })
    await pass(6)
    expect(watcher.marks.slice(marks).map(({ seat, what }) => [seat, what])).toEqual([[seats[2]?.id, 'online false']])
  })

  test('who is new and who has another name is told to the others minutes later, and to oneself at once', async () => {
    const { server, seats, watcher, pass } = await team()
    const own = eavesdropper(server, seats[0]?.token ?? '')
    await pass(1)
    const [marks, frames] = [watcher.marks.length, watcher.frames.length]
    const told = (ear: Eavesdropper): string[] => ear.people().people.map(({ name }: Person) => name)
    // Here all the while, under another name; new on the board; known, and here for the first time.
    await server.command(seats[0]?.token ?? '', 'rename-self', { name: 'Annabelle' })
    const newcomer = await server.sit('participant', 'Eva')
    const late = eavesdropper(server, newcomer.token)
    const first = eavesdropper(server, seats[1]?.token ?? '')
    await pass(5)
    expect(told(own)).toContain('Annabelle')
    expect(told(own)).not.toContain('Eva')
    expect(told(late)).toContain('Eva')
    expect(told(first)).toEqual(expect.arrayContaining(['Ann', 'Bob']))
    await server.command(seats[0]?.token ?? '', 'rename-self', { workplace: 'office' })
    await pass(5)
    expect(own.people().people.find(({ seat }: Person) => seat === seats[0]?.id)).toMatchObject({ workplace: 'office' })
    late.socket.close()
    await pass(60)
    // Not even that there is something to tell.
    expect(watcher.marks.slice(marks)).toEqual([])
    expect(watcher.frames.slice(frames).filter(({ bytes }) => bytes[0] === 70)).toEqual([])
    await pass(200)
    const news = watcher.marks.slice(marks)
    expect(new Set(news.map(({ seat }) => seat))).toEqual(new Set([seats[0]?.id, seats[1]?.id, newcomer.id]))
    expect(new Set(news.map(({ at }) => at)).size).toBe(1)
    expect(told(watcher)).toEqual(expect.arrayContaining(['Annabelle', 'Eva']))
  })

  test('who comes while other news waits isn’t told with it before their own two minutes are over', async () => {
    const { server, seats, watcher, pass } = await team()
    const marks = watcher.marks.length
    const told = (name: string) => watcher.people().people.some((person: Person) => person.name === name)
    await server.command(seats[0]?.token ?? '', 'rename-self', { name: 'Annabelle' })
    // At whichever second the first news is told, somebody came moments before.
    const came = new Map<string, number>()
    for (let second = 0; second < 244 && !told('Annabelle'); second += 4) {
      const name = `Late ${second}`
      const { token } = await server.sit('participant', name)
      eavesdropper(server, token)
      came.set(name, server.clock.now())
      await pass(4)
    }
    for (const [name, at] of came)
      expect([name, told(name) && server.clock.now() - at < 115_000]).toEqual([name, false])
    await pass(245)
    for (const name of came.keys()) expect([name, told(name)]).toEqual([name, true])
    expect(new Set(watcher.marks.slice(marks).map(({ at }) => at)).size).toBe(2)
  })

  test('whoever is taken off the board is gone at once, and a raised seat is raised', async () => {
    const { server, seats, watcher, pass } = await team()
    await server.command(server.tokens.facilitator, 'remove-seat', { seat: seats[1]?.id })
    await server.command(server.tokens.facilitator, 'set-role', { seat: seats[2]?.id, role: 'facilitator' })
    await pass(2)
    expect(watcher.people().people.map(({ name, role }: Person) => [name, role])).toEqual([
      ['Ann', 'participant'],
      ['Cem', 'facilitator'],
      ['Dee', 'participant'],
    ])
  })

  test('presence is silent about it too, in either form; afterwards it speaks again', async () => {
    const { server, seats, pass } = await team()
    const heard: Uint8Array[] = []
    const compact = server.connect(seats[0]?.token ?? '', (frame) => heard.push(frame), COMPACT)
    compact.once('open', () => compact.send(question()))
    await pass(1)
    const from = heard.length
    const numbers = () => heard.slice(from).map(([number]) => number)
    const bob = eavesdropper(server, seats[1]?.token ?? '')
    await pass(1)
    bob.socket.send(awareness(77, 1, { cursor: [1, 1] }))
    await pass(8)
    bob.socket.close()
    await pass(40)
    expect(numbers()).not.toContain(PRESENCE)
    expect(numbers()).not.toContain(1)
    await server.command(server.tokens.facilitator, 'move-phase', { to: 'decide' })
    await pass(6)
    const cem = eavesdropper(server, seats[2]?.token ?? '')
    await pass(1)
    cem.socket.send(awareness(78, 1, { cursor: [1, 1] }))
    await pass(2)
    expect(numbers()).toContain(PRESENCE)
  })

  test('one’s own tick is told to oneself, and people hear when they have become few', async () => {
    const { server, seats, watcher, pass } = await team()
    const own = eavesdropper(server, seats[0]?.token ?? '')
    const others = seats.slice(1, 3).map(({ token }) => eavesdropper(server, token).socket)
    await pass(UNTIL_TOLD)
    expect(watcher.people().quiet).toEqual({ ready: 0, few: false })
    await server.command(seats[0]?.token ?? '', 'be-ready', { ready: true })
    for (const socket of others) socket.close()
    await pass(1)
    expect(own.mine()).toMatchObject({ ready: true })
    await server.command(server.tokens.facilitator, 'move-phase', { to: 'assess' })
    await pass(6)
    expect(own.mine()).toMatchObject({ ready: false })
    await server.command(server.tokens.facilitator, 'move-phase', { to: 'ideas' })
    await server.command(seats[0]?.token ?? '', 'be-ready', { ready: true })
    await pass(1)
    expect(watcher.people().quiet).toEqual({ ready: 1, few: true })
  })
})
