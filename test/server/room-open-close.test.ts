import { setTimeout as wait } from 'node:timers/promises'
import { updateKey } from '@momentous/shared/wire/update-key'
import { expect, test } from 'vitest'
import { realAfter } from '../../server/src/alarm.ts'
import { limits } from '../../server/src/rooms/limits.ts'
import { liveServer } from '../support/live-server.ts'
import { seededNumbers } from '../support/seeded-random.ts'
import { addMoment, buildSession, newRecordId } from '../support/session-builder.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)

test(`a board that opens and closes all the time has one document at a time and loses nothing (seed ${seed})`, async () => {
  const chance = seededNumbers(seed)
  let loads = 0
  const { origin } = await liveServer(({ storage }) => ({
    storage: {
      ...storage,
      async room(id) {
        loads++
        const stored = await storage.room(id)
        // A slow disk: whoever comes meanwhile waits for the same room.
        await wait(chance() * 20)
        return stored
      },
    },
    // An empty room goes almost at once.
    after: (milliseconds, work) => realAfter(milliseconds === limits.emptyRoom ? 15 : milliseconds, work),
  }))
  const session = await buildSession(origin)
  await session.go('post')
  const seats = await Promise.all(['Ann', 'Bob', 'Cem'].map((name) => session.sit('participant', name)))
  const before = loads
  await Promise.all(
    seats.map(async ({ token }) => {
      for (let round = 0; round < 12; round++) {
        const client = await session.join(token)
        const key = updateKey(client.write((doc) => addMoment(doc, newRecordId(), 'Between two closings')))
        await client.frame(67, ({ keys }) => keys.includes(key))
        client.close()
        await wait(chance() * 80)
      }
    }),
  )
  expect((await session.content()).moments).toHaveLength(10 + 36)
  expect(loads - before).toBeGreaterThan(2)
})
