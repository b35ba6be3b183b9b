import { idOfSecret } from '@momentous/shared/domain/secret'
import { updateKey } from '@momentous/shared/wire/update-key'
import { expect, test, vi } from 'vitest'
import { StorageFault } from '../../server/src/storage/storage-fault.ts'
import type { Storage } from '../../server/src/storage/storage.ts'
import { liveServer } from '../support/live-server.ts'
import { addMoment, buildSession, momentsIn, newCommandId, newRecordId } from '../support/session-builder.ts'

vi.setConfig({ testTimeout: 40_000 })

/** A storage whose writer dies after the commit and before the answer, as often as a test says. */
function forgetful(inner: Storage) {
  let times = 0
  const storage: Storage = {
    ...inner,
    async commit(id, entries) {
      const head = await inner.commit(id, entries)
      if (times-- > 0) throw new StorageFault('down', null, 'the writer died after the commit')
      times = Math.max(times, 0)
      return head
    },
  }
  return { storage, forget: (next: number) => void (times = next) }
}

async function forgetfulServer() {
  const holder: { made?: ReturnType<typeof forgetful> } = {}
  const server = await liveServer(({ storage }) => ({
    storage: (holder.made = forgetful(storage)).storage,
  }))
  const { made } = holder
  if (made === undefined) throw new Error('The server has no storage.')
  return { session: await buildSession(server.origin), forget: made.forget }
}

test.each([1, 2, 3])(
  'a change whose commit was kept and never answered, %i times: it is there once, and saved',
  async (times) => {
    const { session, forget } = await forgetfulServer()
    await session.go('post')
    const [ann, bob] = [await session.sit('participant', 'Ann'), await session.sit('participant', 'Bob')]
    const [writer, reader] = [await session.join(ann.token), await session.join(bob.token)]
    forget(times)
    const notes = Array.from({ length: 5 }, newRecordId)
    const keys = notes.map((id) => updateKey(writer.write((doc) => addMoment(doc, id, 'Once'))))
    for (const key of keys) await writer.frame(67, (fields) => fields.keys.includes(key))
    await reader.until((doc) => notes.every((id) => momentsIn(doc).has(id)))
    expect((await session.content()).moments).toHaveLength(15)
    expect([writer, reader].map((client) => client.isOpen())).toEqual([true, true])
  },
)

test('a command whose commit was kept and never answered is done once, and is answered', async () => {
  const { session, forget } = await forgetfulServer()
  const leader = await session.join(session.tokens.facilitator)
  forget(1)
  const id = newCommandId()
  leader.ours(65, { id, name: 'move-phase', args: { to: 'post' } })
  expect((await leader.frame(66, (fields) => fields.id === id)).fields).toMatchObject({ id, ok: true })
  await leader.until((doc) => doc.getMap('session').get('phase') === 'post')
  expect((await session.content()).session).toMatchObject({ phase: 'post', phaseNumber: 1 })
})

test('a ballot and an idea whose commit was kept and never answered count once', async () => {
  const { session, forget } = await forgetfulServer()
  const { facilitator } = session.tokens
  await session.go('choose')
  const seats = await Promise.all(['Ann', 'Bob', 'Cem'].map((name) => session.sit('participant', name)))
  const clients = await Promise.all(seats.map(({ token }) => session.join(token)))
  const [moment] = (await session.content()).moments
  for (const client of clients) {
    forget(1)
    const id = newCommandId()
    client.ours(65, { id, name: 'cast-ballot', args: { round: 1, dots: { [moment.id]: 2 } } })
    expect((await client.frame(66, (fields) => fields.id === id)).fields).toMatchObject({ ok: true })
  }
  await session.done(facilitator, 'close-vote')
  await expect
    .poll(async () => (await session.content()).session.vote, { timeout: 15_000 })
    .toMatchObject({ state: 'closed', ballots: 3, totals: { [moment.id]: 6 } })
  const moments = (await session.content()).moments.slice(0, 3).map(({ id }: { id: string }) => id)
  await session.done(facilitator, 'settle-shortlist', { moments })
  await session.done(facilitator, 'move-phase', { to: 'ideas' })
  const [first] = moments
  for (const [at, client] of clients.entries()) {
    forget(1)
    const id = newCommandId()
    const args = { id: idOfSecret<string>(`a secret of a device: ${at}`), moment: first, text: `Idea ${at}` }
    client.ours(65, { id, name: 'raise-idea', args })
    expect((await client.frame(66, (fields) => fields.id === id)).fields).toMatchObject({ ok: true })
  }
  await expect.poll(async () => (await session.content()).ideas.length, { timeout: 15_000 }).toBe(3)
})
