import { openDevice } from '@momentous/client/model/device.ts'
import { openOwnIdeas } from '@momentous/client/model/own-ideas.ts'
import { sayAgain, sendIdea } from '@momentous/client/model/say-idea.ts'
import type { BoardId, MomentId } from '@momentous/shared/domain/id'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openPage, settled, until } from '../support/client-store.ts'
import { data } from '../support/kept-boards.ts'
import { liveServer } from '../support/live-server.ts'
import { buildSession, sessionOf } from '../support/session-builder.ts'
import { tempFolder } from '../support/temp-folder.ts'

vi.setConfig({ testTimeout: 40_000 })

test('an idea that waited when the board went back to its backup is said again by the device that wrote it', async () => {
  const folder = tempFolder()
  const server = await liveServer(() => ({}), folder)
  const session = await buildSession(server.origin)
  await session.go('ideas')
  const moment: MomentId = (await session.content()).session.shortlist.moments[0]
  const seat = await session.sit('participant', 'Ann')
  const noBrowser = () => {
    throw new Error('This test has no browser.')
  }
  const own = openOwnIdeas(openDevice(noBrowser), session.board as BoardId)

  const before = openPage(session, seat)
  await until(() => before.store.loaded.get(), 'the board')
  expect(await sendIdea(before.store, own, { moment, idea: null, text: 'A song for every caller' })).toMatchObject({
    ok: true,
  })
  await settled(before)
  expect(await data(join(folder, 'data'), 'backup', 'all.db')).toMatchObject({ code: 0 })
  before.store.close()
  await server.stop()
  expect(await data(join(folder, 'data'), 'restore', 'all.db')).toMatchObject({ code: 0 })

  const again = sessionOf((await liveServer(() => ({}), folder)).origin, session.board, session.tokens)
  const after = openPage(again, seat, 'participant', { keeping: before.keeping })
  let restored = 0
  after.store.hear('restored', () => {
    restored++
    void sayAgain(after.store, own)
  })
  await until(() => restored > 0, 'word of the restored board')
  await settled(after)
  await again.done(again.tokens.facilitator, 'move-phase', { to: 'decide' })
  await expect
    .poll(async () => (await again.content()).ideas.map(({ text }: { text: string }) => text), { timeout: 20_000 })
    .toEqual(['A song for every caller'])
  expect(restored).toBe(1)
})
