import type { MomentId, StrokeId } from '@momentous/shared/domain/id'
import { expect, test } from 'vitest'
import { openPage, settled, until } from '../support/client-store.ts'
import { cableTo } from '../support/cable.ts'
import { liveServer } from '../support/live-server.ts'
import { buildSession } from '../support/session-builder.ts'

test(
  'one refused change among a hundred good ones costs none of them, is offered back with its words, and nobody else notices (M1)',
  { timeout: 90_000 },
  async () => {
    let ahead = 0
    const { origin } = await liveServer((world) => ({ now: () => world.now() + ahead }))
    const session = await buildSession(origin)
    await session.go('post')
    const cable = await cableTo(origin)
    const ann = openPage(session, await session.sit('participant', 'Ann'), 'participant', { origin: cable.origin })
    const bob = openPage(session, await session.sit('participant', 'Bob'))
    const lost: string[] = []
    bob.store.status.subscribe(() => lost.push(bob.store.status.get().state))
    await until(() => [ann, bob].every(({ store }) => store.status.get().state === 'online'), 'both boards', 30_000)
    lost.length = 0
    const moments = ann.store.records.moments.ids()
    cable.cut()
    await until(() => ann.store.status.get().state === 'offline', 'the end of the link')
    // What Decide still allows, with one in the middle that it doesn't.
    const late = ann.store.newId<MomentId>()
    for (let at = 0; at < 100; at++) {
      if (at === 50) ann.store.act('add-moment', { id: late, text: 'Said too late', after: 'last' })
      const moment = moments[at % moments.length]
      if (moment === undefined) throw new Error('The board has moments.')
      if (at % 2 === 0) ann.store.act('place-moments', { places: [{ id: moment, place: [at, at, 176, 120] }] })
      else {
        const id = ann.store.newId<StrokeId>()
        ann.store.act('draw-stroke', { id, pen: 'ink', width: 4, points: [at, 0, 0.5, 9, 9, 0.5] })
      }
    }
    await session.go('decide')
    ahead += 10_000
    cable.mend()

    await until(() => ann.store.offered.get().length > 0, 'the offer', 30_000)
    await settled(ann)
    expect(ann.store.offered.get()).toMatchObject([{ rule: 'M1', words: 'Said too late' }])
    const content = await session.content()
    expect(content.ink).toHaveLength(50)
    expect(content.moments).toHaveLength(10)
    const placed = new Map(content.moments.map(({ id, place }: { id: string; place: unknown }) => [id, place]))
    for (const [index, id] of moments.entries()) {
      // The last one of each counts; those at odd places were never moved.
      if (index % 2 === 0) expect(placed.get(id)).toEqual([90 + index, 90 + index, 176, 120])
    }
    await until(() => bob.store.records.ink.ids().length === 50, 'the strokes at the other desk', 30_000)
    expect(bob.store.offered.get()).toEqual([])
    expect(lost.filter((state) => state !== 'online')).toEqual([])
  },
)
