import type { MomentId, StrokeId } from '@momentous/shared/domain/id'
import { expect, test } from 'vitest'
import { snapshotOf } from '../../client/src/model/store-snapshot.ts'
import { openPage, settled, until, type Page } from '../support/client-store.ts'
import { liveServer } from '../support/live-server.ts'
import { seededNumbers } from '../support/seeded-random.ts'
import { buildSession, type TestSession } from '../support/session-builder.ts'
import { everythingOn, standOf } from '../support/stand.ts'

const PEOPLE = 10
const GESTURES = 220

/** Somebody at work, with a note of the template that is theirs to change. */
interface Worker extends Page {
  readonly own: MomentId
}

const pickBy =
  (chance: () => number) =>
  <Value>(values: readonly [Value, ...Value[]]): Value =>
    values[Math.floor(chance() * values.length)] ?? values[0]

/** One gesture on what is one's own: a single deed, or several together. Answers whether anything was done. */
function gesture({ store, own }: Worker, chance: () => number): boolean {
  const pick = pickBy(chance)
  const far = () => Math.floor(chance() * 900)
  const was = store.records.moments.get(own)
  if (was === undefined || was.removed) return false
  const place = (): [number, number, number, number] => [far(), 400 + far(), 176, 120]
  const added = store.newId<MomentId>()
  const deeds: readonly [() => void, ...(() => void)[]] = [
    () => store.act('set-paper', { ids: [own], paper: was.paper === 'mint' ? 'rose' : 'mint' }),
    () => store.act('place-moments', { places: [{ id: own, place: place() }] }),
    () => store.act('set-contact-type', { ids: [own], channel: was.channel === 'email' ? 'phone' : 'email' }),
    () => store.act('edit-text', { root: 'moments', id: own, key: 'text', index: 0, remove: 1, insert: 'XY' }),
    () => store.act('add-moment', { id: added, text: 'One more', after: own }),
    () =>
      store.act('draw-stroke', {
        id: store.newId<StrokeId>(),
        pen: 'ink',
        width: 4,
        points: [far(), far(), 0.5, far(), far(), 1],
      }),
    () =>
      store.together(() => {
        store.act('add-moment', { id: added, text: 'With a place', after: 'last' })
        store.act('place-moments', { places: [{ id: added, place: place() }] })
        store.act('set-paper', { ids: [own], paper: was.paper === 'sky' ? 'apricot' : 'sky' })
      }),
  ]
  // Typing without a pause goes on in the same step; another text ends it.
  pick(deeds)()
  return true
}

async function tenAtWork(session: TestSession): Promise<Worker[]> {
  const pages: Page[] = []
  for (let at = 0; at < PEOPLE; at++) pages.push(openPage(session, await session.sit('participant', `Worker ${at}`)))
  await until(() => pages.every(({ store }) => store.status.get().state === 'online'), 'ten people')
  const ids = (await session.content()).moments.map(({ id }: { id: MomentId }) => id) as MomentId[]
  return pages.map((page, at) => ({ ...page, own: ids[at] ?? ('' as MomentId) }))
}

const standsFor = ({ store }: Page) => standOf(snapshotOf(store))
const lasting = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Everybody has everything, and the same. */
async function allTheSame(workers: readonly Worker[], what: string): Promise<void> {
  for (const worker of workers) await settled(worker)
  const first = () => everythingOn(snapshotOf((workers[0] as Worker).store))
  await until(() => workers.every(({ store }) => everythingOn(snapshotOf(store)) === first()), what, 15_000)
}

function undoAll({ store: { history } }: Page): number {
  let steps = 0
  while (history.canUndo()) if (history.undo().allowed) steps++
  return steps
}

test('ten people on a live server take back their own gestures, one step each, and nobody else’s', async () => {
  const seed = Math.floor(Math.random() * 1e9)
  const chance = seededNumbers(seed)
  const session = await buildSession((await liveServer()).origin)
  await session.go('post')
  const workers = await tenAtWork(session)
  await allTheSame(workers, `the start, seed ${seed}`)
  const start = standsFor(workers[0] as Worker)
  const original = new Map((workers[0] as Worker).store.records.moments.all().map((moment) => [moment.id, moment]))
  for (let made = 0; made < GESTURES; made++) {
    gesture(pickBy(chance)(workers as [Worker, ...Worker[]]), chance)
    if (made % 20 === 0) await lasting(10)
  }
  await allTheSame(workers, `the work of ten, seed ${seed}`)

  const one = pickBy(chance)(workers as [Worker, ...Worker[]])
  const others = () =>
    JSON.stringify(
      one.store.records.moments
        .all()
        .filter(({ id, removed }) => workers.some((each) => each !== one && each.own === id) && !removed),
    )
  const before = others()
  undoAll(one)
  expect(others(), `seed ${seed}`).toBe(before)
  const { order: _, ...mine } = one.store.records.moments.get(one.own) ?? { order: '' }
  const { order: __, ...was } = original.get(one.own) ?? { order: '' }
  expect(mine, `seed ${seed}`).toEqual(was)

  for (const worker of workers) undoAll(worker)
  await allTheSame(workers, `the end, seed ${seed}`)
  for (const worker of workers) expect(standsFor(worker), `seed ${seed}`).toBe(start)
  for (const { store } of workers) expect(store.offered.get()).toEqual([])
}, 60_000)

test('each gesture is one step, and each step is put to the rules first: what is not allowed any more says so', async () => {
  const session = await buildSession((await liveServer()).origin)
  await session.go('post')
  const [ann, bob] = (await tenAtWork(session)).slice(0, 2) as [Worker, Worker]
  const { history } = ann.store
  ann.store.together(() => {
    ann.store.act('set-paper', { ids: [ann.own], paper: 'rose' })
    ann.store.act('place-moments', { places: [{ id: ann.own, place: [10, 500, 176, 120] }] })
  })
  ann.store.act('set-contact-type', { ids: [ann.own], channel: 'email' })
  await settled(ann)
  await until(() => bob.store.records.moments.get(ann.own)?.channel === 'email', 'the type')
  // What somebody else has changed since is theirs.
  bob.store.act('set-paper', { ids: [ann.own], paper: 'mint' })
  await until(() => ann.store.records.moments.get(ann.own)?.paper === 'mint', 'the paper')
  await session.go('choose')
  await until(() => ann.store.session.get().phase === 'choose', 'the phase')
  expect(history.undo()).toMatchObject({ allowed: false })
  expect(ann.store.remark.get()?.sentence).toMatch(/\w+ \w+/)
  expect(ann.store.records.moments.get(ann.own)?.channel).toBe('email')
  await session.go('post')
  await until(() => ann.store.session.get().phase === 'post', 'the phase')
  expect(history.undo()).toEqual({ allowed: true })
  expect(ann.store.records.moments.get(ann.own)).toMatchObject({ place: null, paper: 'mint', channel: 'email' })
  expect(history.canUndo()).toBe(false)
  await settled(ann)
})
