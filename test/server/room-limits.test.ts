import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { updateKey } from '@momentous/shared/wire/update-key'
import { fastClock } from '../support/fast-clock.ts'
import { liveServer } from '../support/live-server.ts'
import { own } from '../support/raw-frames.ts'
import { addMoment, buildSession, momentsIn, newRecordId, type TestSession } from '../support/session-builder.ts'

/** A bare socket that says nothing by itself. */
function bareSocket({ origin, board }: TestSession, token: string): { socket: WebSocket; closed: Promise<number> } {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/sync/${board}`, ['momentous.v1', `cap.${token}`])
  socket.on('error', () => undefined)
  return { socket, closed: new Promise((resolve) => socket.on('close', (code) => resolve(code))) }
}

async function wall() {
  const session = await buildSession((await liveServer(() => fastClock(10))).origin)
  await session.go('post')
  const ann = await session.sit('participant', 'Ann')
  return { session, ann, writer: await session.join((await session.sit('participant', 'Bob')).token) }
}

describe('a socket that', () => {
  test('says nothing is closed, one that may try again later', async () => {
    const { session, ann } = await wall()
    expect(await bareSocket(session, ann.token).closed).toBe(4529)
  })

  test('sends a frame of more than a megabyte is closed, and nobody else', async () => {
    const { session, ann, writer } = await wall()
    const { socket, closed } = bareSocket(session, ann.token)
    socket.on('open', () => socket.send(new Uint8Array(1024 * 1024 + 1)))
    expect(await closed).toBe(1009)
    expect(writer.isOpen()).toBe(true)
  })

  test('sends text is closed', async () => {
    const { session, ann } = await wall()
    const { socket, closed } = bareSocket(session, ann.token)
    socket.on('open', () => socket.send('hello'))
    expect(await closed).toBe(4400)
  })

  test('sends in a flood is read more slowly, and nothing of it is lost', { timeout: 20_000 }, async () => {
    const { session, writer } = await wall()
    const updates = Array.from({ length: 900 }, () => writer.write((doc) => addMoment(doc, newRecordId(), 'Fast')))
    const last = updateKey(updates.at(-1) ?? new Uint8Array())
    await writer.frame(67, ({ keys }) => keys.includes(last))
    expect((await session.content()).moments).toHaveLength(910)
  })

  test('sends numbers and fields that nobody knows is heard out and goes on', async () => {
    const { session, writer } = await wall()
    writer.send(own(99, { what: 'ever' }))
    writer.send(own(65, { id: 'short', name: 7 }))
    writer.send(new Uint8Array([2, 0]))
    const id = newRecordId()
    writer.write((doc) => addMoment(doc, id, 'Still here'))
    const other = await session.join(session.tokens.observer)
    await other.until((doc) => momentsIn(doc).has(id))
    expect(writer.isOpen()).toBe(true)
  })
})

test('the first frame says who one is, and a seat can’t be open without end', async () => {
  const { session, ann } = await wall()
  const clients = []
  for (let at = 0; at < 12; at++) clients.push(await session.join(ann.token))
  for (const { frames } of clients)
    expect(frames[0]).toMatchObject({ number: 64, fields: { seat: { id: ann.id, seated: true } } })
  expect(await bareSocket(session, ann.token).closed).toBe(4529)
})
