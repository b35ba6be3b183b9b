import { idOfSecret } from '@momentous/shared/domain/secret'
import { describe, expect, test, vi } from 'vitest'
import type * as Y from 'yjs'
import { fastClock } from '../support/fast-clock.ts'
import { liveServer } from '../support/live-server.ts'
import type { RawClient } from '../support/raw-client.ts'
import { presenceIn } from '../support/raw-frames.ts'
import { buildSession, newCommandId, sessionOf, type Seat, type TestSession } from '../support/session-builder.ts'
import { tempFolder } from '../support/temp-folder.ts'

const WAIT = { timeout: 15_000 }
vi.setConfig({ testTimeout: 60_000 })

async function ideas() {
  const server = await liveServer(() => fastClock(10))
  const session = await buildSession(server.origin)
  await session.go('ideas')
  const seats = await Promise.all(['Ann', 'Bob', 'Cem', 'Dee'].map((name) => session.sit('participant', name)))
  const moment: string = (await session.content()).session.shortlist.moments[0]
  return { server, session, seats, moment }
}

const secretOf = (text: string) => `a secret of a device: ${text}`
const idea = (moment: string, text: string) => ({ id: idOfSecret<string>(secretOf(text)), moment, text })
const ideasIn = (doc: Y.Doc) => doc.getMap<Y.Map<unknown>>('ideas')
const clientsOf = (map: Y.Map<unknown>) => [...map._map.values()].map((item) => item.id.client)

async function raise({ join }: TestSession, seat: Seat, args: object, name = 'raise-idea'): Promise<RawClient> {
  const client = await join(seat.token)
  client.ours(65, { id: newCommandId(), name, args })
  expect((await client.frame(66)).fields).toMatchObject({ ok: true })
  return client
}

describe('an anonymous idea', () => {
  test('waits for three different people, and then nothing tells whose it is (I1)', async () => {
    const { server, session, seats, moment } = await ideas()
    const [ann, bob, cem, dee] = seats as [Seat, Seat, Seat, Seat]
    const watcher = await session.join(dee.token)
    await watcher.frame(67)
    const before = watcher.frames.length
    const authors = [
      await raise(session, ann, idea(moment, 'Say who is next')),
      await raise(session, ann, idea(moment, 'Give them a number')),
      await raise(session, bob, idea(moment, 'Move the desk')),
    ]
    expect(ideasIn(watcher.doc).size).toBe(0)
    expect(watcher.frames.slice(before).map(({ number }) => number)).not.toContain(74)
    authors.push(await raise(session, cem, idea(moment, 'Ask them how they are')))
    await watcher.until((doc) => ideasIn(doc).size === 4)

    // Everything that she was ever sent, and the document: no client id but the server's, no seat, no name with it.
    const serverClient = (await watcher.frame(64)).fields.serverClient
    for (const record of [watcher.doc.getMap('ideas'), ...ideasIn(watcher.doc).values()]) {
      expect(new Set(clientsOf(record))).toEqual(new Set([serverClient]))
    }
    for (const record of ideasIn(watcher.doc).values()) {
      expect(Object.keys(record.toJSON()).toSorted()).toEqual(['moment', 'slot', 'text'])
    }
    const authorsClients = authors.map(({ doc }) => doc.clientID)
    expect([...watcher.doc.store.clients.keys()].filter((client) => authorsClients.includes(client))).toEqual([])
    expect(presenceIn(watcher.frames)).toEqual([])
    expect(watcher.frames.slice(before).filter(({ number }) => number === 66 || number === 67)).toEqual([])
    for (const secret of ['Say who is next', ann.token, ann.id]) expect(server.logged.join('')).not.toContain(secret)
  })

  test('leaves its batch in an order and at places that say nothing of when it came (I1)', async () => {
    const { session, seats, moment } = await ideas()
    const texts = Array.from({ length: 12 }, (_, at) => `Number ${at}`)
    for (const [at, text] of texts.entries()) {
      const seat = seats[Math.max(0, at - 9)] ?? { token: '' }
      await session.done(seat.token, 'raise-idea', idea(moment, text))
    }
    const watcher = await session.join(session.tokens.observer)
    await watcher.until((doc) => ideasIn(doc).size === 12)
    const clockOf = (record: Y.Map<unknown>) => record._item?.id.clock ?? 0
    const released = [...ideasIn(watcher.doc).values()].toSorted((one, other) => clockOf(one) - clockOf(other))
    expect(released.map((record) => record.get('text'))).not.toEqual(texts)
    const slots = released.map((record) => String(record.get('slot')))
    expect(slots.toSorted()).not.toEqual(slots)
  })

  test('is changed and withdrawn by its secret alone (I2, I3)', async () => {
    const { session, seats, moment } = await ideas()
    const [ann, bob, cem, dee] = seats as [Seat, Seat, Seat, Seat]
    const texts = ['One', 'Two', 'Three']
    for (const [at, seat] of [ann, bob, cem].entries()) await raise(session, seat, idea(moment, texts[at] ?? ''))
    const change = (seat: Seat, name: string, args: object) => session.command(seat.token, name, args)
    expect(
      (await change(dee, 'edit-idea', { secret: 'a secret of nobody at all', text: 'Mine now' })).body,
    ).toMatchObject({
      error: { code: 'I2' },
    })
    const board = session.content
    await expect.poll(async () => (await board()).ideas.length, WAIT).toBe(3)
    await session.done(ann.token, 'edit-idea', { secret: secretOf('One'), text: 'One, said better' })
    const said = async () => (await board()).ideas.map(({ text }: { text: string }) => text)
    expect(await said()).toContain('One')
    await expect.poll(said, WAIT).toContain('One, said better')
    const built = {
      id: idOfSecret<string>(secretOf('build')),
      idea: idOfSecret<string>(secretOf('One')),
      text: 'Yes, and twice',
    }
    for (const seat of [bob, cem, dee]) {
      await session.done(seat.token, 'build-on-idea', { ...built, id: idOfSecret<string>(secretOf(seat.id)) })
    }
    await expect.poll(async () => (await board()).builds.length, WAIT).toBe(3)
    expect((await change(ann, 'edit-idea', { secret: secretOf('One'), text: 'Again' })).body).toMatchObject({
      error: { code: 'I3' },
    })
    await session.done(ann.token, 'withdraw-idea', { secret: secretOf('One') })
    const mine = async () => (await board()).ideas.find(({ id }: { id: string }) => id === built.idea)
    await expect.poll(mine, WAIT).toMatchObject({ text: '', withdrawn: true })
    expect((await board()).builds).toHaveLength(3)
  })

  test('that was withdrawn while it waited never appears; concerns stay shut in until Decide', async () => {
    const { session, seats, moment } = await ideas()
    const [ann, bob] = seats as [Seat, Seat]
    await raise(session, ann, idea(moment, 'Never mind'))
    await raise(session, bob, idea(moment, 'Keep this'))
    await session.done(ann.token, 'withdraw-idea', { secret: secretOf('Never mind') })
    const concern = { ...idea(moment, 'Too dear'), idea: null }
    await session.done(ann.token, 'raise-concern', concern)
    expect((await session.content()).concerns).toEqual([])
    await session.done(session.tokens.facilitator, 'move-phase', { to: 'decide' })
    await expect.poll(async () => (await session.content()).session.phase, { timeout: 8000 }).toBe('decide')
    const board = await session.content()
    expect(board.ideas.map(({ text }: { text: string }) => text)).toEqual(['Keep this'])
    expect(board.concerns.map(({ text }: { text: string }) => text)).toEqual(['Too dear'])
  })
})

test('an idea that is alone in its batch appears after a minute, also when the server was restarted meanwhile (I1)', async () => {
  const folder = tempFolder()
  const server = await liveServer(() => fastClock(10), folder)
  const session = await buildSession(server.origin)
  await session.go('ideas')
  const ann = await session.sit('participant', 'Ann')
  const moment: string = (await session.content()).session.shortlist.moments[0]
  await session.done(ann.token, 'raise-idea', idea(moment, 'All alone'))
  await server.stop()
  const again = sessionOf((await liveServer(() => fastClock(10), folder)).origin, session.board, session.tokens)
  const out = async () => (await again.content()).ideas.length
  expect(await out()).toBe(0)
  await expect.poll(out, WAIT).toBe(1)
})

test('on a board with signed ideas an idea appears at once, with the name', async () => {
  const session = await buildSession((await liveServer(() => fastClock(10))).origin)
  await session.done(session.tokens.facilitator, 'set-session', { anonymous: false })
  await session.go('ideas')
  const ann = await session.sit('participant', 'Ann')
  const moment: string = (await session.content()).session.shortlist.moments[0]
  const client = await raise(session, ann, idea(moment, 'Signed'))
  await client.until((doc) => ideasIn(doc).size === 1)
  expect([...ideasIn(client.doc).values()][0]?.get('by')).toBe('Ann')
})

test('everybody hears the bell, and nobody who rang it', async () => {
  const { session, seats } = await ideas()
  const [ann, bob] = await Promise.all(seats.slice(0, 2).map(({ token }) => session.join(token)))
  ann?.ours(65, { id: newCommandId(), name: 'ring-bell', args: {} })
  expect((await ann?.frame(72))?.fields).toEqual({})
  expect((await bob?.frame(72))?.fields).toEqual({})
})

test('whoever withdrew is nobody to hide behind: a batch waits for three who still have something in it (I1)', async () => {
  const { session, seats, moment } = await ideas()
  const [ann, bob, cem] = seats as [Seat, Seat, Seat, Seat]
  for (const [seat, text] of [
    [ann, 'First'],
    [bob, 'Second'],
  ] as const) {
    await session.done(seat.token, 'raise-idea', idea(moment, text))
    await session.done(seat.token, 'withdraw-idea', { secret: secretOf(text) })
  }
  await session.done(cem.token, 'raise-idea', idea(moment, 'Third'))
  expect((await session.content()).ideas).toEqual([])
})
