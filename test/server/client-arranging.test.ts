import type { GroupId, MomentId } from '@momentous/shared/domain/id'
import { expect, test } from 'vitest'
import { arrangeVerbs } from '../../client/src/tools/arrange-verbs.ts'
import { until } from '../support/client-store.ts'
import { agreed, twoAtWall, type AtWall } from '../support/wall-client.ts'

/** Three notes that lie freely, for both. */
async function scattered() {
  const { ann, bob } = await twoAtWall()
  const ids = ann.bench.scene.order().slice(0, 3)
  const places = ids.map((id, at) => ({
    id,
    place: [at * 230, 600 + at * 37, 176, 120] as [number, number, number, number],
  }))
  ann.wall.act('place-moments', { places })
  await until(() => ids.every((id) => bob.wall.moment(id)?.place !== null), 'the notes')
  for (const each of [ann, bob]) each.bench.selection.set(ids)
  return { ann, bob, ids }
}
const run = (who: AtWall, name: string) => arrangeVerbs[name]?.act(who.bench)
const places = ({ wall }: AtWall, ids: readonly MomentId[]) => ids.map((id) => wall.moment(id)?.place?.join())

test('one aligns while another drags one of the same notes: both end with the same, each takes back only what is still theirs', async () => {
  const { ann, bob, ids } = await scattered()
  const [first] = ids
  if (!first) throw new Error('There are notes.')
  const before = places(ann, ids)
  bob.bench.selection.set([first])
  const from = bob.middleOf(first)
  bob.press(from)
  bob.drag({ x: from.x + 40, y: from.y + 300 }, { mod: true })
  run(ann, 'align-bottom')
  bob.lift({ x: from.x + 40, y: from.y + 300 }, { mod: true })
  await agreed(ann, bob)
  expect(places(ann, ids)).toEqual(places(bob, ids))
  ann.wall.undo()
  await agreed(ann, bob)
  expect(places(ann, ids).slice(1)).toEqual(before.slice(1))
  bob.wall.undo()
  await agreed(ann, bob)
  expect(places(ann, ids)).toEqual(places(bob, ids))
})

test('two who make a group of overlapping notes at once leave each note in one group, the same for both', async () => {
  const { ann, bob, ids } = await scattered()
  bob.bench.selection.set(ids.slice(1))
  run(ann, 'group')
  run(bob, 'group')
  await agreed(ann, bob)
  const groups = ids.map((id) => ann.wall.moment(id)?.group)
  expect(groups.every((group) => group !== null)).toBe(true)
  expect(groups[1]).toBe(groups[2])
  expect(new Set<GroupId | null | undefined>(groups).size).toBeLessThanOrEqual(2)
})

test('what somebody locks while another drags it stays, and the other hears why', async () => {
  const { ann, bob, ids } = await scattered()
  const [first] = ids
  if (!first) throw new Error('There are notes.')
  bob.bench.selection.set([first])
  const from = bob.middleOf(first)
  bob.press(from)
  bob.drag({ x: from.x, y: from.y + 200 }, { mod: true })
  ann.bench.selection.set([first])
  run(ann, 'lock')
  await until(() => bob.wall.moment(first)?.locked === true, 'the lock')
  bob.lift({ x: from.x, y: from.y + 200 }, { mod: true })
  await agreed(ann, bob)
  expect(places(ann, [first])).toEqual(['0,600,176,120'])
  expect(bob.page.store.remark.get()?.sentence ?? '').toMatch(/\.$/)
  expect(bob.page.store.remark.get()?.sentence).toMatch(/locked/i)
})

test('two who put different notes in front at once see them lie alike', async () => {
  const { ann, bob, ids } = await scattered()
  ann.bench.selection.set(ids.slice(0, 1))
  bob.bench.selection.set(ids.slice(1, 2))
  run(ann, 'front')
  run(bob, 'front')
  await agreed(ann, bob)
  const lying = ({ bench }: AtWall) =>
    bench.scene.piecesIn({ x: -2000, y: -2000, w: 6000, h: 6000 }).map(({ id }) => id)
  expect(lying(ann)).toEqual(lying(bob))
})
