import type { MomentId, StrokeId } from '@momentous/shared/domain/id'
import { expect, test } from 'vitest'
import { openPage, settled, until, type Page } from '../support/client-store.ts'
import { liveServer } from '../support/live-server.ts'
import { buildSession } from '../support/session-builder.ts'

const opened = (...pages: readonly Page[]) =>
  until(() => pages.every(({ store }) => store.status.get().state === 'online'), 'the board')

test('undo and redo of everything is taken by the server: what was added goes to the bin, ink comes back', async () => {
  const session = await buildSession((await liveServer()).origin)
  await session.go('post')
  const ann = openPage(session, await session.sit('participant', 'Ann'))
  await opened(ann)
  const { act, history } = ann.store
  const [id, line] = [ann.store.newId<MomentId>(), ann.store.newId<StrokeId>()]
  act('add-moment', { id, text: 'Waits', after: 'last' })
  act('edit-text', { root: 'moments', id, key: 'text', index: 5, remove: 0, insert: ' long' })
  act('draw-stroke', { id: line, pen: 'ink', width: 4, points: [0, 0, 0.5, 9, 9, 0.5] })
  act('erase-strokes', { ids: [line] })
  for (let step = 0; step < 4; step++) expect(history.undo()).toEqual({ allowed: true })
  expect(ann.store.records.moments.get(id)).toMatchObject({ text: 'Waits', removed: true })
  for (let step = 0; step < 4; step++) expect(history.redo()).toEqual({ allowed: true })
  expect(history.undo()).toEqual({ allowed: true })
  await settled(ann)
  expect(ann.store.offered.get()).toEqual([])
  const { moments, ink } = await session.content()
  expect(moments.find((each: { id: string }) => each.id === id)).toMatchObject({ text: 'Waits long', removed: false })
  expect(ink).toHaveLength(1)
})

test('one person on two pages works on both, and neither takes the other’s changes for its own', async () => {
  const session = await buildSession((await liveServer()).origin)
  await session.go('post')
  const seat = await session.sit('participant', 'Ann')
  const [desk, phone] = [openPage(session, seat), openPage(session, seat)]
  await opened(desk, phone)
  const [one, two] = [desk.store.newId<MomentId>(), phone.store.newId<MomentId>()]
  desk.store.act('add-moment', { id: one, text: 'At the desk', after: 'last' })
  phone.store.act('add-moment', { id: two, text: 'On the phone', after: 'last' })
  const has = ({ store }: Page, id: MomentId) => store.records.moments.get(id) !== undefined
  await until(() => has(desk, two) && has(phone, one), 'each other’s moment')
  await settled(desk)
  await settled(phone)
  desk.store.history.undo()
  expect(desk.store.records.moments.get(two)?.removed).toBe(false)
  await until(() => phone.store.records.moments.get(one)?.removed === true, 'the bin')
})

test('V1 a ballot is there at once for its owner, and for nobody else', async () => {
  const session = await buildSession((await liveServer()).origin)
  await session.go('choose')
  const [ann, bob] = [
    openPage(session, await session.sit('participant', 'Ann')),
    openPage(session, await session.sit('participant', 'Bob')),
  ]
  await opened(ann, bob)
  const [first] = ann.store.records.moments.ids()
  if (first === undefined) throw new Error('The board has moments.')
  const vote = ann.store.session.get().vote
  const round = vote.state === 'open' ? vote.round : 0
  const outcome = ann.store.ask('cast-ballot', { round, dots: { [first]: 2 } })
  expect(ann.store.mine.get().dots).toEqual({ [first]: 2 })
  expect(await outcome).toMatchObject({ ok: true })
  expect(ann.store.mine.get().dots).toEqual({ [first]: 2 })
  expect(bob.store.mine.get().dots).toEqual({})
  expect(await ann.store.ask('cast-ballot', { round, dots: { [first]: 5 } })).toMatchObject({ ok: false, rule: 'V1' })
  expect(ann.store.mine.get().dots).toEqual({ [first]: 2 })
})

test('S4 a seat that is raised knows so at once; one that is removed is told so', async () => {
  const session = await buildSession((await liveServer()).origin)
  const seat = await session.sit('participant', 'Ann')
  const ann = openPage(session, seat)
  await opened(ann)
  await session.done(session.tokens.facilitator, 'set-role', { seat: seat.id, role: 'facilitator' })
  await until(() => ann.store.actor.get().role === 'facilitator', 'the role')
  await session.done(session.tokens.facilitator, 'remove-seat', { seat: seat.id })
  await until(() => ann.store.status.get().state === 'gone', 'the end')
  expect(ann.store.status.get()).toMatchObject({ state: 'gone', why: 'seat' })
})
