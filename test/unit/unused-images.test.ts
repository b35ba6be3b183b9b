import { snapshot } from '@momentous/shared/board/read'
import type { BoardId } from '@momentous/shared/domain/id'
import { expect, test } from 'vitest'
import { rememberImages } from '../../server/src/http/unused-images.ts'
import { liveBoard } from '../support/live-board.ts'

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
