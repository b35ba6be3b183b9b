import type { BoardId } from '@momentous/shared/domain/id'
import { expect, test } from 'vitest'
import { updateKey } from '@momentous/shared/wire/update-key'
import type { Storage } from '../../server/src/storage/storage.ts'
import { fastClock } from '../support/fast-clock.ts'
import { liveServer } from '../support/live-server.ts'
import { addMoment, buildSession, newRecordId, sessionOf } from '../support/session-builder.ts'
import { tempFolder } from '../support/temp-folder.ts'

test('a clean stop closes every socket so that it comes back, and loses nothing that came in', async () => {
  const folder = tempFolder()
  const server = await liveServer(() => ({}), folder)
  const session = await buildSession(server.origin)
  await session.go('post')
  const client = await session.join((await session.sit('participant', 'Ann')).token)
  const updates = Array.from({ length: 60 }, () => client.write((doc) => addMoment(doc, newRecordId(), 'Late')))
  await client.frame(67, ({ keys }) => keys.includes(updateKey(updates[0] ?? new Uint8Array())))
  await server.stop()
  expect(await client.closed).toBe(1012)
  const again = sessionOf((await liveServer(() => ({}), folder)).origin, session.board, session.tokens)
  const saved = new Set(client.frames.filter(({ number }) => number === 67).flatMap(({ fields }) => fields.keys))
  const acknowledged = updates.filter((update) => saved.has(updateKey(update))).length
  expect((await again.content()).moments.length).toBeGreaterThanOrEqual(10 + acknowledged)
})

test('a restart takes an announced step back, and its ballots still count', async () => {
  const folder = tempFolder()
  const server = await liveServer(() => ({}), folder)
  const session = await buildSession(server.origin)
  await session.go('choose')
  const ann = await session.sit('participant', 'Ann')
  const [moment] = (await session.content()).moments
  await session.done(ann.token, 'cast-ballot', { round: 1, dots: { [moment.id]: 2 } })
  await session.done(session.tokens.facilitator, 'close-vote')
  await server.stop()
  const again = sessionOf((await liveServer(() => ({}), folder)).origin, session.board, session.tokens)
  const client = await again.join(ann.token)
  await client.until((doc) => doc.getMap('session').get('closing') === null)
  expect((await again.content()).session).toMatchObject({ closing: null, vote: { state: 'open', round: 1 } })
  expect((await client.frame(71)).fields.dots).toEqual({ [moment.id]: 2 })
})

test('after a restart the server writes under a client id that nobody had before', async () => {
  const folder = tempFolder()
  const server = await liveServer(() => ({}), folder)
  const session = await buildSession(server.origin)
  await session.go('post')
  const before = await session.join(session.tokens.observer)
  const first = (await before.frame(64)).fields.serverClient
  await server.stop()
  const again = sessionOf((await liveServer(() => ({}), folder)).origin, session.board, session.tokens)
  const after = await again.join(session.tokens.observer)
  const second = (await after.frame(64)).fields.serverClient
  expect(after.doc.store.clients.has(first)).toBe(true)
  expect(after.doc.store.clients.has(second)).toBe(false)
})

test('a long log becomes a snapshot, and the board comes back from it the same', async () => {
  const folder = tempFolder()
  let storage: Storage | null = null
  const server = await liveServer((world) => {
    storage = world.storage
    return fastClock(20)
  }, folder)
  const session = await buildSession(server.origin)
  await session.go('post')
  const client = await session.join((await session.sit('participant', 'Ann')).token)
  const updates = Array.from({ length: 600 }, () =>
    client.write((doc) => addMoment(doc, newRecordId(), 'One of many. '.repeat(30))),
  )
  await client.frame(67, ({ keys }) => keys.includes(updateKey(updates.at(-1) ?? new Uint8Array())))
  const through = async () =>
    (await (storage as Storage | null)?.load(session.board as BoardId))?.snapshot?.through ?? 0
  await expect.poll(through, { timeout: 10_000 }).toBeGreaterThan(300)
  const before = await session.content()
  await server.stop()
  const again = sessionOf((await liveServer(() => ({}), folder)).origin, session.board, session.tokens)
  expect(sorted(await again.content())).toEqual(sorted(before))
  expect((await again.join(session.tokens.observer)).doc.getMap('moments').size).toBe(610)
})

/** The order of records in a document says nothing; their order keys do. */
function sorted(board: { moments: { id: string }[] }): unknown {
  return { ...board, moments: board.moments.toSorted((one, other) => (one.id < other.id ? -1 : 1)) }
}
