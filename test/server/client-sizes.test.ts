import type { ShapeId } from '@momentous/shared/domain/id'
import { expect, test } from 'vitest'
import { until } from '../support/client-store.ts'
import { agreed, twoAtWall } from '../support/wall-client.ts'

test('two who pull the same area end with one size; each takes back only their own pull', async () => {
  const { ann, bob } = await twoAtWall()
  const id = ann.wall.newId<ShapeId>()
  ann.wall.act('add-shape', { kind: 'area', id, place: [0, 600, 300, 200] })
  await until(() => bob.wall.shape(id) !== undefined, 'the area')
  for (const each of [ann, bob]) each.bench.selection.set([id])
  ann.press({ x: 303, y: 803 })
  bob.press({ x: 303, y: 803 })
  ann.drag({ x: 403, y: 803 })
  bob.drag({ x: 303, y: 953 })
  ann.lift({ x: 403, y: 803 })
  bob.lift({ x: 303, y: 953 })
  await agreed(ann, bob)
  const place = () => {
    const shape = ann.wall.shape(id)
    return shape?.kind === 'area' ? shape.place.join() : null
  }
  expect(['0,600,400,200', '0,600,300,350']).toContain(place())
  const last = place() === '0,600,400,200' ? ann : bob
  const other = last === ann ? bob : ann
  const kept = place()
  other.wall.undo()
  await agreed(ann, bob)
  expect(place()).toBe(kept)
  last.wall.undo()
  await agreed(ann, bob)
  expect(place()).toBe('0,600,300,200')
})

test('what somebody pulls is seen by the others in the size that it has in the hand', async () => {
  const { ann, bob } = await twoAtWall()
  const id = ann.wall.newId<ShapeId>()
  ann.wall.act('add-shape', { kind: 'area', id, place: [0, 600, 300, 200] })
  ann.bench.live.drag.subscribe(() => ann.wall.presence.publish({ drag: ann.bench.live.drag.get() }))
  ann.bench.selection.set([id])
  ann.press({ x: 303, y: 803 })
  ann.drag({ x: 403, y: 853 })
  await until(() => bob.wall.presence.peers().some(({ drag }) => drag.size > 0), 'the pull')
  expect(bob.wall.presence.peers()[0]?.drag.get(id)).toEqual([0, 600, 400, 250])
  ann.cancel()
  await until(() => bob.wall.presence.peers().every(({ drag }) => drag.size === 0), 'the end of it')
})

test('what somebody bins while another pulls it stays in the bin, and leaves nothing to take back', async () => {
  const { ann, bob } = await twoAtWall()
  const id = ann.wall.newId<ShapeId>()
  ann.wall.act('add-shape', { kind: 'area', id, place: [0, 600, 300, 200] })
  await until(() => bob.wall.shape(id) !== undefined, 'the area')
  bob.bench.selection.set([id])
  bob.press({ x: 303, y: 803 })
  bob.drag({ x: 403, y: 803 })
  ann.wall.act('remove-shapes', { ids: [id], removed: true })
  await until(() => bob.wall.shape(id)?.removed === true, 'the bin')
  bob.drag({ x: 423, y: 803 })
  bob.lift({ x: 423, y: 803 })
  await agreed(ann, bob)
  expect(bob.wall.canUndo()).toBe(false)
  ann.wall.undo()
  await agreed(ann, bob)
  expect(bob.wall.shape(id)).toMatchObject({ removed: false, place: [0, 600, 300, 200] })
})
