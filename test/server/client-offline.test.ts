import type { IdeaId, MomentId } from '@momentous/shared/domain/id'
import { idOfSecret } from '@momentous/shared/domain/secret'
import { closeCodes } from '@momentous/shared/wire/frames'
import { expect, test } from 'vitest'
import { createMemoryKeeping } from '../support/memory-keeping.ts'
import { newSecret } from '../../client/src/model/own-ideas.ts'
import { random } from '../../client/src/model/random.ts'
import { openPage, settled, until, type Page } from '../support/client-store.ts'
import { cableTo } from '../support/cable.ts'
import { liveServer } from '../support/live-server.ts'
import { buildSession, settled as closed } from '../support/session-builder.ts'
import { stubServer } from '../support/stub-server.ts'

const opened = (page: Page) => until(() => page.store.status.get().state === 'online', 'the board')
const offline = (page: Page) => until(() => page.store.status.get().state === 'offline', 'the end of the link')
const refusals = (logged: readonly string[]) => logged.filter((line) => line.includes('refused')).length

async function offlineIn(phase: 'post' | 'choose' | 'ideas', alter?: Parameters<typeof liveServer>[0]) {
  const { origin, logged } = await liveServer(alter)
  const session = await buildSession(origin)
  await session.go(phase)
  const cable = await cableTo(origin)
  const seat = await session.sit('participant', 'Ann')
  const ann = openPage(session, seat, 'participant', { origin: cable.origin })
  await opened(ann)
  const cut = async () => {
    cable.cut()
    await offline(ann)
  }
  return { session, cable, seat, ann, logged, cut }
}

test('a thousand changes made offline go in over one link, and nothing is refused', async () => {
  const { session, cable, ann, logged, cut } = await offlineIn('post')
  await cut()
  const id = ann.store.newId<MomentId>()
  ann.store.act('add-moment', { id, text: '', after: 'last' })
  for (let index = 0; index < 999; index++) {
    ann.store.act('edit-text', { root: 'moments', id, key: 'text', index, remove: 0, insert: index % 7 ? 'a' : ' ' })
    if (index % 200 === 199)
      ann.store.act('edit-text', { root: 'moments', id, key: 'text', index: 0, remove: 1, insert: '' })
  }
  const words = ann.store.records.moments.get(id)?.text
  expect(ann.store.saved.get()).toEqual({ state: 'offline', kept: 1 })
  const links: string[] = []
  ann.store.status.subscribe(() => links.push(ann.store.status.get().state))
  cable.mend()
  await settled(ann)
  expect(links).toEqual(['online'])
  expect(refusals(logged)).toBe(0)
  expect((await session.content()).moments.find((each: { id: string }) => each.id === id)?.text).toBe(words)
})

test('M1 one forbidden change in the middle of many costs nobody anything else', async () => {
  let ahead = 0
  const { session, cable, ann, cut } = await offlineIn('post', (world) => ({ now: () => world.now() + ahead }))
  const bob = openPage(session, await session.sit('participant', 'Bob'))
  await opened(bob)
  const noticed: string[] = []
  for (const source of [bob.store.status, bob.store.offered, bob.store.remark]) {
    source.subscribe(() => noticed.push(JSON.stringify(source.get())))
  }
  const moments = ann.store.records.moments.ids()
  await cut()
  const late = ann.store.newId<MomentId>()
  for (let step = 0; step < 200; step++) {
    const [id = late] = [moments[step % moments.length]]
    ann.store.act('set-paper', { ids: [id], paper: Math.floor(step / moments.length) % 2 ? 'rose' : 'mint' })
    if (step === 100) ann.store.act('add-moment', { id: late, text: 'Far too late', after: 'last' })
  }
  expect(ann.store.waiting.get()).toBe(201)
  await session.go('decide')
  ahead = 10_000
  cable.mend()
  await until(() => ann.store.offered.get().length > 0, 'the offer')
  await settled(ann)
  expect(ann.store.offered.get()).toMatchObject([{ rule: 'M1', words: 'Far too late' }])
  const content = await session.content()
  expect(content.moments).toHaveLength(10)
  const papers = content.moments.map(({ paper }: { paper: string }) => paper)
  expect(papers).toEqual(moments.map(() => 'rose'))
  await until(() => moments.every((id, at) => bob.store.records.moments.get(id)?.paper === papers[at]), 'Bob to see it')
  expect(noticed).toEqual([])
})

test('V1 of the ballots cast offline the last one counts; it waits on the device, also over a reload, and leaves it with the answer', async () => {
  const { session, cable, seat, ann, cut } = await offlineIn('choose')
  const [first, second] = ann.store.records.moments.ids()
  if (first === undefined || second === undefined) throw new Error('The board has moments.')
  const vote = ann.store.session.get().vote
  const round = vote.state === 'open' ? vote.round : 0
  await cut()
  expect(await ann.store.ask('cast-ballot', { round, dots: { [first]: 2 } })).toEqual({ ok: true, later: true })
  expect(await ann.store.ask('cast-ballot', { round, dots: { [second]: 1 } })).toEqual({ ok: true, later: true })
  expect(ann.store.mine.get().dots).toEqual({ [second]: 1 })
  expect(ann.store.saved.get()).toEqual({ state: 'offline', kept: 1 })
  expect(ann.store.waiting.get()).toBe(1)
  ann.store.close()
  expect((await ann.keeping.open()).questions).toHaveLength(1)

  const again = openPage(session, seat, 'participant', { origin: cable.origin, keeping: ann.keeping })
  await until(() => again.store.mine.get().dots[second] === 1, 'the dot')
  cable.mend()
  await settled(again)
  expect(again.store.mine.get().dots).toEqual({ [second]: 1 })
  expect((await ann.keeping.open()).questions).toEqual([])
})

test('I1 an idea that comes back too late is offered to its author in words', async () => {
  const { session, cable, ann, cut } = await offlineIn('ideas')
  const [moment] = ann.store.session.get().shortlist?.moments ?? []
  if (moment === undefined) throw new Error('There is a shortlist.')
  const raise = (text: string) =>
    ann.store.ask('raise-idea', { id: idOfSecret<IdeaId>(newSecret(random)), moment, text })
  await cut()
  expect(await raise('A dog in the waiting room')).toEqual({ ok: true, later: true })
  expect(await ann.store.ask('ring-bell', {})).toMatchObject({ ok: false, rule: null })
  await session.go('decide')
  await closed(session.content)
  cable.mend()
  await until(() => ann.store.offered.get().length > 0, 'the offer')
  expect(ann.store.offered.get()).toMatchObject([
    { words: 'A dog in the waiting room', command: { name: 'raise-idea' } },
  ])
  expect((await ann.keeping.open()).questions).toEqual([])
  const [offer] = ann.store.offered.get()
  expect(await ann.store.keepForFacilitator(offer?.id ?? '')).toMatchObject({ ok: true })
  await until(() => ann.store.session.get().kept.length === 1, 'the waiting list')
})

test('S4 a closed seat gives everything back that was not saved, and sends nothing more', async () => {
  const { session, cable, seat, ann, cut } = await offlineIn('choose')
  const [first] = ann.store.records.moments.ids()
  const vote = ann.store.session.get().vote
  await cut()
  await ann.store.ask('keep-moment', { id: ann.store.newId(), text: 'Is told to come back' })
  await ann.store.ask('cast-ballot', { round: vote.state === 'open' ? vote.round : 0, dots: { [first ?? '']: 1 } })
  await session.done(session.tokens.facilitator, 'remove-seat', { seat: seat.id })
  cable.mend()
  await until(() => ann.store.status.get().state === 'gone', 'the end')
  expect(ann.store.unsavedWords()).toEqual(['Is told to come back'])
  const kept = await ann.keeping.open()
  expect(kept).toMatchObject({ epoch: null, confirmed: [], changes: [], questions: [] })
  expect(kept.offered.map(({ words }) => words)).toContain('Is told to come back')
  expect(JSON.stringify(kept)).not.toContain(String(first))
})

test('a board that was restored (4410) is taken anew', async () => {
  let closed = false
  const server = await stubServer((peer) => {
    if (closed) return
    closed = true
    peer.close(closeCodes.otherEpoch, 'Another incarnation of the board.')
  })
  const keeping = createMemoryKeeping()
  openPage({ origin: server.origin, board: 'board-of-stub' }, { id: 'seat-of-ann', token: 'token' }, 'participant', {
    keeping,
  })
  await until(() => server.peers.length === 2, 'a fresh document')
})
