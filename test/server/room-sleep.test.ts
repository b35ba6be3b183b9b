import type { BoardId } from '@momentous/shared/domain/id'
import { updateKey } from '@momentous/shared/wire/update-key'
import { describe, expect, test } from 'vitest'
import { StorageFault } from '../../server/src/storage/storage-fault.ts'
import { ask } from '../support/ask.ts'
import { rawClient, type RawClient } from '../support/raw-client.ts'
import { presenceIn } from '../support/raw-frames.ts'
import { addMoment, buildSession, momentsIn, newCommandId, newRecordId, settled } from '../support/session-builder.ts'
import { sleepyServer } from '../support/sleepy-server.ts'

async function sleepyWall() {
  const server = await sleepyServer()
  const session = await buildSession(server.origin)
  await session.go('post')
  const [ann, bob] = [await session.sit('participant', 'Ann'), await session.sit('participant', 'Bob')]
  const [writer, reader] = [await session.join(ann.token), await session.join(bob.token)]
  await server.sleepAndWake(writer)
  await server.sleep()
  return { server, session, writer, reader }
}

const write = (client: RawClient, id = newRecordId()): number =>
  updateKey(client.write((doc) => addMoment(doc, id, 'A change')))
const saved = (client: RawClient, key: number) => client.frame(67, ({ keys }) => keys.includes(key))

describe('a room that nobody changes', () => {
  test('lets its document go; people, presence and newcomers do not need it, the first change does', async () => {
    const { server, session, writer, reader } = await sleepyWall()
    const before = server.reads.length
    writer.presence({ cursor: [3, 4] })
    await expect.poll(() => presenceIn(reader.frames).some(({ state }) => state?.cursor?.[0] === 3)).toBe(true)
    await reader.frame(69, ({ phase }) => phase === 'post')
    expect(server.reads.length).toBe(before)
    const newcomer = await session.join(session.tokens.observer)
    expect((await newcomer.frame(64)).fields.phaseNumber).toBe(1)
    expect(momentsIn(newcomer.doc).toJSON()).toEqual(momentsIn(writer.doc).toJSON())
    await server.sleepAndWake(writer)
    await newcomer.until((doc) => momentsIn(doc).size === momentsIn(writer.doc).size)
    expect([writer, reader, newcomer].every((client) => client.isOpen())).toBe(true)
  })

  test('takes what comes while it wakes in its order, and welcomes newcomers meanwhile', async () => {
    const { server, session, writer, reader } = await sleepyWall()
    const release = server.holdReads()
    const ids = [newRecordId(), newRecordId(), newRecordId()]
    const keys = ids.map((id) => write(writer, id))
    writer.ours(65, { id: newCommandId(), name: 'keep-moment', args: { id: newRecordId(), text: 'After them' } })
    const [first = ''] = ids
    const last = updateKey(writer.write((doc) => void momentsIn(doc).get(first)?.set('removed', true)))
    const joining = session.join(session.tokens.observer)
    const told: string[] = []
    reader.doc.getMap('moments').observe(({ keysChanged }) => told.push(...(keysChanged as Set<string>)))
    release()
    await Promise.all([...keys, last].map((key) => saved(writer, key)))
    await reader.until((doc) => momentsIn(doc).get(first)?.get('removed') === true)
    expect(told).toEqual(ids)
    await (await joining).until((doc) => momentsIn(doc).get(first)?.get('removed') === true)
  })

  test('is woken by a command and by a question over HTTP', async () => {
    const { server, session } = await sleepyWall()
    await session.done(session.tokens.facilitator, 'move-phase', { to: 'colour' })
    await server.sleep()
    expect((await session.content()).session).toMatchObject({ phase: 'colour', phaseNumber: 2 })
  })

  test('tells at the door what it is about, and isn’t woken by that', async () => {
    const { server, session } = await sleepyWall()
    await session.done(session.tokens.facilitator, 'set-session', { title: 'Told at the door' })
    await server.sleep()
    const before = server.reads.length
    const { json } = await ask(server.origin, 'GET', `/api/boards/${session.board}/door`, session.tokens.participant)
    expect(json).toMatchObject({ title: 'Told at the door', phase: 'post' })
    expect(server.reads.length).toBe(before)
  })

  test('completes a step that was announced', async () => {
    const { server, session, reader } = await sleepyWall()
    await session.done(session.tokens.facilitator, 'move-phase', { to: 'choose' })
    await session.done(session.tokens.facilitator, 'close-vote')
    await server.sleep()
    await reader.until((doc) => (doc.getMap('session').get('vote') as { state: string }).state === 'closed')
    await settled(session.content)
  })
})

describe('a board that turns out to be damaged when its room wakes', () => {
  test('is closed for its people, and opens again when it was repaired; other boards go on', async () => {
    const { server, session, writer, reader } = await sleepyWall()
    const other = await buildSession(server.origin)
    await other.go('post')
    server.failReads(session.board, new StorageFault('damaged-board', session.board as BoardId, 'the test says so'))
    write(writer)
    expect(await Promise.all([writer.closed, reader.closed])).toEqual([4530, 4530])
    expect(await rawClient(server.origin, session.board, session.tokens.facilitator).closed).toBe(4530)
    expect(
      (await session.command(session.tokens.facilitator, 'set-timer', { seconds: null })).status,
    ).toBeGreaterThanOrEqual(500)
    expect((await other.content()).session.phase).toBe('post')
    server.failReads(session.board, null)
    await expect
      .poll(async () => (await session.command(session.tokens.facilitator, 'set-timer', { seconds: null })).status, {
        timeout: 8_000,
      })
      .toBe(200)
  })
})

describe('while a room wakes', () => {
  test('a storage that fails for a moment costs nothing', async () => {
    const { server, session, writer, reader } = await sleepyWall()
    server.failReads(session.board, new StorageFault('down', null, 'the test says so'))
    const id = newRecordId()
    const key = write(writer, id)
    await reader.frame(69, ({ writable }) => writable === false)
    server.failReads(session.board, null)
    await saved(writer, key)
    await reader.until((doc) => momentsIn(doc).has(id))
  })

  test('the board may be deleted', async () => {
    const { server, session, writer, reader } = await sleepyWall()
    const release = server.holdReads()
    write(writer)
    await ask(server.origin, 'DELETE', `/api/boards/${session.board}`, session.tokens.facilitator)
    release()
    expect(await Promise.all([writer.closed, reader.closed])).toEqual([4404, 4404])
    expect((await session.command(session.tokens.facilitator, 'set-timer')).status).toBeGreaterThanOrEqual(400)
  })

  test('the server may stop', async () => {
    const { server, session, writer, reader } = await sleepyWall()
    const release = server.holdReads()
    write(writer)
    const asked = session.command(session.tokens.facilitator, 'set-timer', { seconds: null }).catch(() => null)
    const stopped = server.stop()
    expect(await Promise.all([writer.closed, reader.closed])).toEqual([1012, 1012])
    release()
    await stopped
    await asked
  })
})

test('many who come to a sleeping board at once are sent one reading of it, and miss nothing', async () => {
  const { server, session, writer } = await sleepyWall()
  const before = server.reads.length
  const release = server.holdReads()
  const newcomers = Array.from({ length: 120 }, () => rawClient(server.origin, session.board, session.tokens.observer))
  await Promise.all(newcomers.map((client) => client.frame(64)))
  const id = newRecordId()
  const key = write(writer, id)
  release()
  await saved(writer, key)
  await Promise.all(newcomers.map((client) => client.until((doc) => momentsIn(doc).has(id))))
  await Promise.all(
    newcomers.map((client) => client.until((doc) => momentsIn(doc).size === momentsIn(writer.doc).size)),
  )
  expect(server.reads.length - before).toBeLessThan(10)
})
