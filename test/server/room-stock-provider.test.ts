import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { liveServer } from '../support/live-server.ts'
import { addMoment, buildSession, momentsIn, newRecordId, type TestSession } from '../support/session-builder.ts'

/** The stock provider as anybody would use it; counts how often it was connected. */
function stockProvider({ origin, board }: TestSession, protocols: string[]) {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/sync`, board, doc, {
    WebSocketPolyfill: WebSocket as never,
    protocols,
    disableBc: true,
  })
  const seen = { connections: 0, numbers: new Set<number>() }
  provider.on('status', ({ status }) => {
    if (status === 'connected') seen.connections++
  })
  const handlers = provider.messageHandlers as unknown[]
  for (let number = 64; number < 80; number++) handlers[number] = () => seen.numbers.add(number)
  onTestFinished(() => provider.destroy())
  const synced = new Promise<void>((resolve) => provider.once('sync', () => resolve()))
  return { doc, provider, seen, synced }
}

test('the stock provider reads and writes, busy, and gets no frame that it doesn’t know', async () => {
  const server = await liveServer()
  const session = await buildSession(server.origin)
  await session.go('post')
  const seat = await session.sit('participant', 'Ann')
  const ann = stockProvider(session, ['momentous.v1', `cap.${seat.token}`])
  const bob = stockProvider(session, [`cap.${session.tokens.participant}`])
  const eve = stockProvider(session, ['momentous.v1', `cap.${session.tokens.observer}`])
  eve.provider.awareness.setLocalState(null)
  await Promise.all([ann.synced, bob.synced, eve.synced])
  expect(momentsIn(ann.doc).size).toBe(10)
  for (let at = 0; at < 20; at++) {
    const [one, other] = [newRecordId(), newRecordId()]
    ann.doc.transact(() => addMoment(ann.doc, one, `Note ${at}`))
    bob.doc.transact(() => addMoment(bob.doc, other, `Note ${at}`))
    ann.provider.awareness.setLocalStateField('cursor', [at, at])
  }
  const all = [ann, bob, eve]
  const states = () =>
    all.map(({ doc, seen, provider }) => [momentsIn(doc).size, seen.connections, provider.wsconnected])
  const well = all.map(() => [50, 1, true])
  await expect.poll(states, { timeout: 10_000, message: server.logged.join('') }).toEqual(well)
  expect(bob.seen.numbers).toEqual(new Set())
  expect(ann.seen.numbers).toContain(64)
  await expect.poll(() => eve.provider.awareness.getStates().size, { timeout: 5_000 }).toBe(2)
})

/** The provider closes by itself what it hasn't heard for 30 seconds, and asks for nothing meanwhile. */
const WATCHDOG = 30_000

test(
  'the stock provider with a seat’s token stays connected for minutes, whether anybody does anything or not',
  { timeout: 180_000 },
  async () => {
    const { origin } = await liveServer()
    // On one board somebody writes now and then; on the other nothing happens at all.
    const boards = await Promise.all(
      [true, false].map(async (isBusy) => {
        const session = await buildSession(origin)
        await session.go('post')
        const sit = async (role: 'participant' | 'observer', name: string) =>
          stockProvider(session, [`cap.${(await session.sit(role, name)).token}`])
        const [ann, bob] = [await sit('participant', 'Ann'), await sit('participant', 'Bob')]
        const [eve, olga] = [await sit('observer', 'Eve'), await sit('observer', 'Olga')]
        eve.provider.awareness.setLocalState(null)
        const all = [ann, bob, eve, olga]
        await Promise.all(all.map(({ synced }) => synced))
        return { isBusy, ann, bob, all }
      }),
    )
    const rounds = 12
    for (let round = 0; round < rounds; round++) {
      for (const { isBusy, ann, bob } of boards) {
        if (!isBusy) continue
        addMoment(ann.doc, newRecordId(), 'From Ann')
        addMoment(bob.doc, newRecordId(), 'From Bob')
      }
      await wait((4.2 * WATCHDOG) / rounds)
    }
    for (const { isBusy, all } of boards) {
      const well = [isBusy ? 10 + 2 * rounds : 10, 1, true]
      const states = () =>
        all.map(({ doc, seen, provider }) => [momentsIn(doc).size, seen.connections, provider.wsconnected])
      await expect.poll(states, { timeout: 10_000 }).toEqual(all.map(() => well))
    }
  },
)

test('a stock client that comes back writes on under the same client id', async () => {
  const session = await buildSession((await liveServer()).origin)
  await session.go('post')
  const bob = stockProvider(session, [`cap.${session.tokens.participant}`])
  await bob.synced
  const [before, after] = [newRecordId(), newRecordId()]
  bob.doc.transact(() => addMoment(bob.doc, before, 'Before'))
  bob.provider.disconnect()
  bob.doc.transact(() => addMoment(bob.doc, after, 'While away'))
  await wait(100)
  bob.provider.connect()
  await expect.poll(async () => (await session.content()).moments.length, { timeout: 5000 }).toBe(12)
})
