import type { BoardId } from '@momentous/shared/domain/id'
import { updateKey } from '@momentous/shared/wire/update-key'
import { expect, test } from 'vitest'
import { limits } from '../../server/src/rooms/limits.ts'
import { sleepyServer } from '../support/sleepy-server.ts'
import { addMoment, buildSession, momentsIn, newRecordId } from '../support/session-builder.ts'

const LONG = 'A contact that takes a great many words to tell. '.repeat(8)

test('a few large changes become a snapshot while people are at work, and the log behind the one before it goes', async () => {
  const server = await sleepyServer()
  const session = await buildSession(server.origin)
  await session.go('post')
  const client = await session.join((await session.sit('participant', 'Ann')).token)
  const stored = async () => server.storage().content(session.board as BoardId)
  const write = async (bytes: number) => {
    for (let written = 0; written < bytes;) {
      const update = client.write((doc) => {
        for (let at = 0; at < 100; at++) addMoment(doc, newRecordId(), LONG)
      })
      written += update.length
      await client.frame(67, ({ keys }) => keys.includes(updateKey(update)))
    }
  }
  const through = async () => (await stored())?.snapshot?.through ?? 0
  await write(limits.snapshotBytes)
  await expect.poll(through, { timeout: 10_000 }).toBeGreaterThan(0)
  const first = await through()
  expect(first).toBeLessThan(limits.snapshotEvery)
  await write(limits.snapshotBytes)
  await expect.poll(through, { timeout: 10_000 }).toBeGreaterThan(first)
  const newcomer = await session.join(session.tokens.observer)
  expect(momentsIn(newcomer.doc).toJSON()).toEqual(momentsIn(client.doc).toJSON())
  await server.sleepAndWake(client)
  expect((await session.content()).moments).toHaveLength(momentsIn(client.doc).size)
})
