import { setTimeout as wait } from 'node:timers/promises'
import { updateKey } from '@momentous/shared/wire/update-key'
import { describe, expect, test } from 'vitest'
import { liveServer } from '../support/live-server.ts'
import { addMoment, buildSession, momentsIn, newRecordId } from '../support/session-builder.ts'

/** Ann has been told of Post, by her own pulse; the phase moves on, and she is told only when a test says so. */
async function race() {
  const session = await buildSession((await liveServer()).origin)
  await session.go('post')
  const ann = await session.sit('participant', 'Ann')
  const client = await session.join(ann.token)
  const tell = async (phase: string, phaseNumber: number) => {
    client.ours(69, { now: Date.now(), phase, phaseNumber })
    await wait(50)
  }
  await tell('post', 1)
  return { session, client, tell }
}

describe('a change that was typed as the phase moved on', () => {
  test('is judged by the phase that its author had last been told (M1)', async () => {
    const { session, client } = await race()
    await session.go('choose')
    const id = newRecordId()
    const update = client.write((doc) => addMoment(doc, id, 'Just in time'))
    await client.frame(67, ({ keys }) => keys.includes(updateKey(update)))
    expect((await session.content()).moments).toHaveLength(11)
    expect(client.isOpen()).toBe(true)
    expect(momentsIn(client.doc).has(id)).toBe(true)
  })

  test('is refused once its author has been told (M1)', async () => {
    const { session, client, tell } = await race()
    await session.go('choose')
    await tell('choose', 2)
    client.write((doc) => addMoment(doc, newRecordId(), 'Too late'))
    expect((await client.frame(68)).fields.rule).toBe('M1')
  })

  test('is refused when that was more than five seconds ago (M1)', { timeout: 20_000 }, async () => {
    const { session, client } = await race()
    await session.go('choose')
    await wait(5_300)
    client.write((doc) => addMoment(doc, newRecordId(), 'Much too late'))
    expect((await client.frame(68)).fields.rule).toBe('M1')
  })
})
