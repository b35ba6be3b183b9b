import { updateKey } from '@momentous/shared/wire/update-key'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { data } from '../support/kept-boards.ts'
import { liveServer } from '../support/live-server.ts'
import { addMoment, buildSession, momentsIn, newRecordId, sessionOf } from '../support/session-builder.ts'
import { tempFolder } from '../support/temp-folder.ts'

vi.setConfig({ testTimeout: 40_000 })

test('a backup in the middle of a vote, under people who write: no ballot is in it; restored, everybody has another epoch, the same seats and links, and may vote again', async () => {
  const folder = tempFolder()
  const home = join(folder, 'data')
  const server = await liveServer(() => ({}), folder)
  const session = await buildSession(server.origin)
  await session.go('post')
  const ann = await session.sit('participant', 'Ann')
  const writer = await session.join(ann.token)
  const add = async (): Promise<string> => {
    const id = newRecordId()
    const update = writer.write((doc) => addMoment(doc, id, 'Written'))
    await writer.frame(67, ({ keys }) => keys.includes(updateKey(update)))
    return id
  }
  const kept = await add()
  await session.go('choose')
  const dots = { [kept]: 2 }
  await session.done(ann.token, 'cast-ballot', { round: 1, dots })
  const epoch = (await writer.frame(64)).fields.epoch
  const { code, here } = await data(home, 'backup', 'all.db')
  expect(code).toBe(0)
  const backup = readFileSync(join(here, 'all.db'), 'latin1')
  expect(backup).not.toMatch(/own\.|"ballot"/)
  // What comes after the backup is not in it.
  await session.done(session.tokens.facilitator, 'move-phase', { to: 'post' })
  await expect.poll(async () => (await session.content()).session.phase, { timeout: 15_000 }).toBe('post')
  const later = await add()
  expect(await data(home, 'restore', 'all.db')).toMatchObject({ code: 2 })
  await server.stop()
  expect(await data(home, 'restore', 'all.db')).toMatchObject({ code: 0 })

  const again = sessionOf((await liveServer(() => ({}), folder)).origin, session.board, session.tokens)
  const client = await again.join(ann.token)
  expect((await client.frame(64)).fields.epoch).toBeGreaterThan(epoch)
  expect([kept, later].map((id) => momentsIn(client.doc).has(id))).toEqual([true, false])
  expect((await again.content()).session).toMatchObject({ phase: 'choose', vote: { state: 'open', round: 1 } })
  expect((await client.frame(71)).fields.dots).toEqual({})
  await again.done(ann.token, 'cast-ballot', { round: 1, dots })
  await again.done(again.tokens.facilitator, 'close-vote')
  await expect
    .poll(async () => (await again.content()).session.vote, { timeout: 15_000 })
    .toMatchObject({ ballots: 1, totals: dots })
})
