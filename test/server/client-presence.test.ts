import type { MomentId, StageId } from '@momentous/shared/domain/id'
import { expect, test } from 'vitest'
import type { Pull } from '../../client/src/model/wall.ts'
import { openPage, until, type Page } from '../support/client-store.ts'
import { liveServer } from '../support/live-server.ts'
import { buildSession, type TestSession } from '../support/session-builder.ts'

const opened = async (session: TestSession, name: string): Promise<Page> => {
  const page = openPage(session, await session.sit('participant', name))
  await until(() => page.store.status.get().state === 'online', 'the board')
  return page
}
const peersOf = ({ store }: Page) => store.presence.peers()

test('where somebody points, what they hold and drag and draw is seen by the others, under their name', async () => {
  const session = await buildSession((await liveServer()).origin)
  await session.go('post')
  const [ann, bob] = [await opened(session, 'Ann'), await opened(session, 'Bob')]
  const [moment] = ann.store.records.moments.ids()
  if (moment === undefined) throw new Error('The board has moments.')
  ann.store.presence.publish({ cursor: { x: 10.4, y: 20 }, selection: [moment] })
  ann.store.presence.publish({
    typing: moment,
    drag: new Map([[moment, [1, 2, 176, 120]]]),
    stroke: { pen: 'ink', width: 4, points: [0, 0, 0.512, 5, 5, 1] },
  })
  await until(() => peersOf(bob).some(({ cursor }) => cursor !== null), 'Ann’s cursor')
  expect(peersOf(bob)).toMatchObject([
    {
      name: 'Ann',
      seat: ann.store.actor.get().seat,
      cursor: { x: 10, y: 20 },
      selection: [moment],
      typing: moment,
      stroke: { pen: 'ink', points: [0, 0, 0.51, 5, 5, 1] },
    },
  ])
  expect(peersOf(bob)[0]?.drag.get(moment)).toEqual([1, 2, 176, 120])
  expect(peersOf(ann).every(({ name }) => name === 'Bob')).toBe(true)
  const stage = 'stage-desk-1' as StageId
  const pull: Pull = { id: stage, part: 'start', at: null, point: { x: 495, y: 0 } }
  ann.store.presence.publish({ typing: null, drag: new Map(), naming: stage, pull })
  await until(() => peersOf(bob)[0]?.naming === stage, 'the title that Ann types')
  expect(peersOf(bob)[0]).toMatchObject({ typing: null, pull })
  ann.store.close()
  await until(() => peersOf(bob).length === 0, 'Ann to be gone')
})

test('in an anonymous span nothing of anybody travels, and nothing of anybody is shown', async () => {
  const session = await buildSession((await liveServer()).origin)
  await session.go('post')
  const [ann, bob] = [await opened(session, 'Ann'), await opened(session, 'Bob')]
  ann.store.presence.publish({ cursor: { x: 1, y: 1 } })
  await until(() => peersOf(bob).some(({ cursor }) => cursor !== null), 'Ann’s cursor')
  await session.go('choose')
  await until(() => bob.store.session.get().phase === 'choose', 'the phase')
  expect(peersOf(bob)).toEqual([])
  ann.store.presence.publish({ cursor: { x: 2, y: 2 }, selection: [ann.store.records.moments.ids()[0] as MomentId] })
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(peersOf(bob)).toEqual([])
})
