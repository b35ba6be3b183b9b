import { expect, test } from 'vitest'
import type { BoardId } from '@momentous/shared/domain/id'
import type { Storage } from '../../server/src/storage/storage.ts'
import { liveServer } from '../support/live-server.ts'
import { rawClient } from '../support/raw-client.ts'
import { buildSession } from '../support/session-builder.ts'

test('a damaged board is closed with its own code, again and again, and the others go on', async () => {
  let storage: Storage | null = null
  const { origin } = await liveServer((world) => {
    storage = world.storage
    return {}
  })
  const [broken, whole] = [await buildSession(origin), await buildSession(origin)]
  await (storage as Storage | null)?.commit(broken.board as BoardId, [
    { kind: 'update', bytes: new Uint8Array([1, 1, 9, 9]) },
  ])
  for (let at = 0; at < 2; at++) {
    expect(await rawClient(origin, broken.board, broken.tokens.facilitator).closed).toBe(4530)
  }
  expect((await broken.command(broken.tokens.facilitator, 'move-phase', { to: 'post' })).status).toBeGreaterThanOrEqual(
    500,
  )
  await whole.go('post')
  expect((await whole.join(whole.tokens.observer)).isOpen()).toBe(true)
})
