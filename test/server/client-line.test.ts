import type { MomentId } from '@momentous/shared/domain/id'
import { expect, test } from 'vitest'
import { openPage, until } from '../support/client-store.ts'
import { liveServer } from '../support/live-server.ts'
import { buildSession } from '../support/session-builder.ts'

test('a page gets the board, its seat, the people and the server’s time', async () => {
  const session = await buildSession((await liveServer()).origin)
  const ann = await session.sit('participant', 'Ann')
  const { store } = openPage(session, ann)
  await until(() => store.status.get().state === 'online', 'the link')
  expect(store.loaded.get()).toBe(true)
  expect(store.records.moments.ids()).toHaveLength(10)
  await until(() => store.people.get().people.length === 1, 'the people')
  expect(store.actor.get()).toEqual({ seat: ann.id, name: 'Ann', role: 'participant', seated: true })
  expect(Math.abs(store.now() - Date.now())).toBeLessThan(200)
})

test('what one does, the other sees; it counts as saved when the server has said so', async () => {
  const session = await buildSession((await liveServer()).origin)
  await session.go('post')
  const [ann, bob] = [
    openPage(session, await session.sit('participant', 'Ann')),
    openPage(session, await session.sit('participant', 'Bob')),
  ]
  await until(
    () => ann.store.records.moments.ids().length === 10 && bob.store.records.moments.ids().length === 10,
    'the board',
  )
  const id = ann.store.newId<MomentId>()
  expect(ann.store.act('add-moment', { id, text: 'Finds the door locked', after: 'last' })).toEqual({ allowed: true })
  expect(ann.store.unsaved.get().size).toBe(0)
  await until(() => bob.store.records.moments.get(id) !== undefined, 'the moment at Bob’s')
  expect(bob.store.records.moments.get(id)?.text).toBe('Finds the door locked')
  await until(() => ann.store.saved.get().state === 'saved', 'saved')
})

test('M1 what isn’t allowed now is refused with a sentence, and nothing is written', async () => {
  const session = await buildSession((await liveServer()).origin)
  const { store } = openPage(session, await session.sit('participant', 'Ann'))
  await until(() => store.loaded.get(), 'the board')
  const ruling = store.act('add-moment', { id: store.newId<MomentId>(), text: 'Too early', after: 'last' })
  expect(ruling).toMatchObject({ allowed: false, rule: 'M1' })
  expect(store.records.moments.ids()).toHaveLength(10)
})

test('a question to the server is answered, and what it does arrives with the document', async () => {
  const session = await buildSession((await liveServer()).origin)
  const fay = openPage(session, await session.sit('facilitator', 'Fay'), 'facilitator')
  await until(() => fay.store.loaded.get(), 'the board')
  expect(await fay.store.ask('move-phase', { to: 'post' })).toMatchObject({ ok: true })
  await until(() => fay.store.session.get().phase === 'post', 'the phase')
  expect(await fay.store.ask('settle-shortlist', { moments: [], reason: '' })).toMatchObject({ ok: false, rule: 'V2' })
})
