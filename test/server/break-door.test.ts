import type { BoardId } from '@momentous/shared/domain/id'
import { expect, test } from 'vitest'
import { StorageFault } from '../../server/src/storage/storage-fault.ts'
import type { Storage } from '../../server/src/storage/storage.ts'
import { ask } from '../support/ask.ts'
import { fastClock } from '../support/fast-clock.ts'
import { liveServer } from '../support/live-server.ts'
import { rawClient } from '../support/raw-client.ts'
import { buildSession, newCommandId } from '../support/session-builder.ts'

/** A server whose boards take as long to read as a test wants, and whose rooms close soon. */
async function slowToRead() {
  let gate = Promise.resolve()
  const slow = (storage: Storage): Storage => ({
    ...storage,
    async room(id) {
      const stored = await storage.room(id)
      await gate
      return stored
    },
  })
  const server = await liveServer(({ storage }) => ({ ...fastClock(100), storage: slow(storage) }))
  const session = await buildSession(server.origin)
  const say = (path: string, body: unknown) =>
    ask(server.origin, 'POST', `/api/boards/${session.board}/${path}`, session.tokens.facilitator, body)
  return {
    session,
    ask: say,
    hold: () => {
      let open: () => void = () => undefined
      gate = new Promise((resolve) => (open = resolve))
      return () => open()
    },
  }
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 150))

test('whoever is removed while the board is being read does not come in any more (S4)', async () => {
  const { session, ask, hold } = await slowToRead()
  const ann = await session.sit('participant', 'Ann')
  const release = hold()
  const client = rawClient(session.origin, session.board, ann.token)
  const visitor = rawClient(session.origin, session.board, session.tokens.participant)
  await soon()
  expect((await ask('links', { do: 'renew', role: 'participant' })).status).toBe(201)
  release()
  expect(await client.closed).toBe(4401)
  expect(await visitor.closed).toBe(4401)
  expect(client.frames).toEqual([])
})

test('what changed at the door while the board was being read counts in its room (S4)', async () => {
  const { session, ask, hold } = await slowToRead()
  const [fay, ann] = [await session.sit('facilitator', 'Fay'), await session.sit('participant', 'Ann')]
  const release = hold()
  const client = rawClient(session.origin, session.board, fay.token)
  await soon()
  await ask('links', { do: 'close', role: 'participant' })
  release()
  const { fields } = await client.frame(70)
  expect(fields.people.map(({ seat }: { seat: string }) => seat)).not.toContain(ann.id)
})

test('a change of the door that the disk doesn’t take is answered, not tried again without a pause (S4)', async () => {
  let tries = 0
  const server = await liveServer(({ links }) => ({
    links: {
      ...links,
      setDoor(board: BoardId) {
        tries++
        return Promise.reject(new StorageFault('not-saved', board))
      },
    },
  }))
  const session = await buildSession(server.origin)
  const { token } = await session.sit('facilitator', 'Fay')
  const fay = await session.join(token)
  fay.ours(65, { id: newCommandId(), name: 'set-door', args: { open: false } })
  expect((await fay.frame(66)).fields).toMatchObject({ ok: false, rule: null })
  expect(tries).toBe(1)
  expect((await session.command(token, 'set-door', { open: false })).status).toBe(503)
})
