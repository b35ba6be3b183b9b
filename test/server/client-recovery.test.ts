import type { ActionId, MomentId, StrokeId } from '@momentous/shared/domain/id'
import { expect, test } from 'vitest'
import { createMemoryKeeping } from '../support/memory-keeping.ts'
import { openPage, settled, until, type Page } from '../support/client-store.ts'
import { cableTo } from '../support/cable.ts'
import { liveServer } from '../support/live-server.ts'
import { buildSession } from '../support/session-builder.ts'

/** A server whose clock a test can put forward, so that nobody has to wait until a phase has been over for long. */
const serverWithClock = async () => {
  let ahead = 0
  const { origin } = await liveServer((world) => ({ now: () => world.now() + ahead }))
  return { origin, pass: (ms: number) => void (ahead += ms) }
}

const opened = (page: Page) => until(() => page.store.status.get().state === 'online', 'the board')
const offline = (page: Page) => until(() => page.store.status.get().state === 'offline', 'the end of the link')
const stroke = (id: StrokeId) => ({ id, pen: 'ink' as const, width: 4 as const, points: [0, 0, 0.5, 9, 9, 0.5] })

/** Ann's page, closed without a network while a moment of hers was on this device alone. */
async function leftOffline() {
  const session = await buildSession((await liveServer()).origin)
  await session.go('post')
  const cable = await cableTo(session.origin)
  const seat = await session.sit('participant', 'Ann')
  const before = openPage(session, seat, 'participant', { origin: cable.origin })
  await opened(before)
  cable.cut()
  await offline(before)
  const id = before.store.newId<MomentId>()
  before.store.act('add-moment', { id, text: 'Finds the door locked', after: 'last' })
  before.store.close()
  return { session, cable, seat, before, id }
}

test('offline work goes in as it is when the link is back', async () => {
  const session = await buildSession((await liveServer()).origin)
  await session.go('post')
  const cable = await cableTo(session.origin)
  const ann = openPage(session, await session.sit('participant', 'Ann'), 'participant', { origin: cable.origin })
  await opened(ann)
  cable.cut()
  await offline(ann)
  const id = ann.store.newId<MomentId>()
  ann.store.act('add-moment', { id, text: '', after: 'last' })
  for (const [index, letter] of [...'Rain'].entries()) {
    ann.store.act('edit-text', { root: 'moments', id, key: 'text', index, remove: 0, insert: letter })
  }
  expect(ann.store.saved.get()).toEqual({ state: 'offline', kept: 1 })
  cable.mend()
  await settled(ann)
  expect((await session.content()).moments.find((each: { id: string }) => each.id === id)?.text).toBe('Rain')
})

test('a reload keeps what was not saved', async () => {
  const { session, cable, seat, before, id } = await leftOffline()

  const after = openPage(session, seat, 'participant', { origin: cable.origin, keeping: before.keeping })
  await until(() => after.store.records.moments.get(id) !== undefined, 'the kept moment')
  expect(after.store.records.moments.ids()).toHaveLength(11)
  expect(after.store.loaded.get()).toBe(true)
  cable.mend()
  await settled(after)
  expect((await session.content()).moments).toHaveLength(11)
  expect((await after.keeping.open()).changes).toEqual([])
})

test('M1 after a refusal the allowed changes go on, and the rest is offered back with its words', async () => {
  const { origin, pass } = await serverWithClock()
  const session = await buildSession(origin)
  await session.go('post')
  const cable = await cableTo(session.origin)
  const ann = openPage(session, await session.sit('participant', 'Ann'), 'participant', { origin: cable.origin })
  await opened(ann)
  const [first] = ann.store.records.moments.ids()
  if (first === undefined) throw new Error('The board has moments.')
  cable.cut()
  await offline(ann)
  const [late, line] = [ann.store.newId<MomentId>(), ann.store.newId<StrokeId>()]
  ann.store.act('add-moment', { id: late, text: '', after: 'last' })
  ann.store.act('edit-text', { root: 'moments', id: late, key: 'text', index: 0, remove: 0, insert: 'Five to nine' })
  ann.store.act('set-paper', { ids: [first], paper: 'rose' })
  ann.store.act('set-kind', { id: first, kind: 'decisive' })
  ann.store.act('draw-stroke', stroke(line))
  await session.go('decide')
  pass(10_000)
  cable.mend()

  await until(() => ann.store.offered.get().length > 0, 'the offer')
  await settled(ann)
  const [words, wordless, ...more] = ann.store.offered.get()
  expect(words).toMatchObject({ rule: 'M1', words: 'Five to nine', command: { name: 'add-moment' } })
  expect(wordless).toMatchObject({ rule: 'M1', words: '', command: { name: 'set-kind' } })
  expect(more).toEqual([])
  const { moments, ink } = await session.content()
  expect(moments).toHaveLength(10)
  expect(moments.find((each: { id: string }) => each.id === first)).toMatchObject({ paper: 'rose', kind: 'basic' })
  expect(ink).toHaveLength(1)
  expect(ann.store.records.moments.get(late)).toBeUndefined()

  // The offer outlives a reload, and goes when its words wait for the facilitator.
  expect((await ann.keeping.open()).offered).toHaveLength(2)
  expect(await ann.store.keepForFacilitator(words?.id ?? '')).toMatchObject({ ok: true })
  expect(ann.store.offered.get()).toHaveLength(1)
  await until(() => ann.store.session.get().kept.length === 1, 'the waiting list')
  expect(ann.store.session.get().kept[0]?.text).toBe('Five to nine')
})

test('what the server took before it refused is not done twice', async () => {
  const { origin, pass } = await serverWithClock()
  const session = await buildSession(origin)
  await session.go('plan')
  const cable = await cableTo(session.origin)
  const ann = openPage(session, await session.sit('participant', 'Ann'), 'participant', { origin: cable.origin })
  await opened(ann)
  const [moment] = ann.store.session.get().shortlist?.moments ?? []
  if (moment === undefined) throw new Error('There is a shortlist.')
  expect(await ann.store.ask('open-assessment', { moment })).toMatchObject({ ok: true })
  await until(() => ann.store.records.assessments.get(moment) !== undefined, 'the assessment')
  cable.hold()
  await session.go('decide')
  pass(10_000)
  const typed = { root: 'assessments', id: moment, key: 'issue', index: 0, remove: 0, insert: 'Late again' } as const
  ann.store.act('edit-text', typed)
  ann.store.act('add-action', { id: ann.store.newId<ActionId>(), moment, text: 'A clock on the wall' })
  ann.store.act('edit-text', { ...typed, index: 10, insert: '.' })
  await until(() => ann.store.records.actions.ids().length === 1, 'the action here')
  await new Promise((resolve) => setTimeout(resolve, 300))
  cable.release()

  await until(() => ann.store.offered.get().length > 0, 'the offer')
  await settled(ann)
  expect(ann.store.offered.get()).toMatchObject([{ rule: 'P1', words: 'A clock on the wall' }])
  expect(ann.store.records.assessments.get(moment)?.issue).toBe('Late again.')
  const { assessments, actions } = await session.content()
  expect(assessments.find((each: { moment: string }) => each.moment === moment)?.issue).toBe('Late again.')
  expect(actions).toEqual([])
})

test.each([
  ['the whole device', 99, 99],
  ['what waits, which a page had left that is gone', 1, 99],
  ['the copy, but not what waits', 99, 1],
])(
  'another incarnation of the board than %s knows gets a fresh document, and the unsaved work',
  async (_, copy, waits) => {
    const { session, cable, seat, before } = await leftOffline()
    const kept = await before.keeping.open()
    expect(kept).toMatchObject({ epoch: 1, changes: [{ epoch: 1 }] })
    const changes = kept.changes.map((change) => ({ ...change, epoch: waits }))
    const keeping = { ...createMemoryKeeping(), open: () => Promise.resolve({ ...kept, epoch: copy, changes }) }

    cable.mend()
    const after = openPage(session, seat, 'participant', { keeping })
    await settled(after)
    await until(() => after.store.saved.get().state === 'saved', 'saved')
    expect((await session.content()).moments.map(({ text }: { text: string }) => text)).toContain(
      'Finds the door locked',
    )
  },
)
