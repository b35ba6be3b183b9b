import { snapshot } from '@momentous/shared/board/read'
import type { BoardId } from '@momentous/shared/domain/id'
import { expect, test } from 'vitest'
import { createImageShelf } from '../../server/src/http/image-shelf.ts'
import { rememberImages } from '../../server/src/http/unused-images.ts'
import { openMemory } from '../../server/src/storage/memory.ts'
import { liveBoard } from '../support/live-board.ts'
import { created } from '../support/storage-entries.ts'

const HOUR = 60 * 60 * 1000
const shop = 'board-of-the-shop' as BoardId
const named = (letter: string) => letter.repeat(64)

/** What the board shows: one picture on the wall, another one in the bin. */
function shapes() {
  const live = liveBoard({ phase: 'post' })
  for (const [id, letter] of [
    ['image-one-1', 'a'],
    ['image-two-1', 'b'],
  ] as const) {
    const image = { hash: named(letter), w: 4, h: 3 }
    live.run('add-shape', { id, kind: 'image', place: [0, 600, 40, 30], image })
  }
  live.run('remove-shapes', { ids: ['image-two-1'], removed: true })
  return snapshot(live.board).shapes
}
const all = ['a', 'b', 'c', 'd'].map(named)

test('a picture that nothing shows goes once nobody can be on the way with what shows it', () => {
  let now = 0
  const images = rememberImages(() => now)
  now = 7 * HOUR
  images.brought(shop, named('d'))
  expect(images.of(shop, all, shapes())).toEqual([named('c')])
  now = 14 * HOUR
  expect(images.of(shop, all, shapes())).toEqual([named('c'), named('d')])
})

test('after a start nothing goes for as long: nobody knows what came shortly before', () => {
  let now = 0
  const images = rememberImages(() => now)
  now = 5 * HOUR
  expect(images.of(shop, all, shapes())).toEqual([])
})

test('a board is looked through once its last picture was brought or seen long enough ago, and without another one', async () => {
  let now = 0
  const live = liveBoard({ phase: 'post' })
  const storage = await openMemory()
  await storage.commit(shop, [created(shop)])
  const rooms = { snapshot: () => Promise.resolve(snapshot(live.board)) }
  const shelf = createImageShelf({
    storage,
    rooms,
    now: () => now,
    log: { error: (facts) => expect(facts).toBeNull() },
  })
  const [shown, lost] = [named('a'), named('c')]
  live.run('add-shape', {
    id: 'image-one-1',
    kind: 'image',
    place: [0, 600, 40, 30],
    image: { hash: shown, w: 4, h: 3 },
  })
  now = 7 * HOUR
  for (const hash of [shown, lost]) await shelf.bring(shop, hash, Buffer.from(hash), snapshot(live.board))
  const kept = async () => (await storage.images(shop)).hashes
  now = 12 * HOUR
  shelf.looked(shop)
  await shelf.sweep()
  now = 18 * HOUR
  await shelf.sweep()
  expect(await kept()).toEqual([shown, lost])
  now += 1
  await shelf.sweep()
  expect(await kept()).toEqual([shown])
  live.run('remove-shapes', { ids: ['image-one-1'], removed: true })
  shelf.looked(shop)
  now += 7 * HOUR
  await shelf.sweep()
  expect(await kept()).toEqual([shown])
})
