import { readMoment } from '@momentous/shared/board/read'
import { expect, it } from 'vitest'
import { createCollection } from '../../client/src/model/collection.ts'
import { changesOfLine, changesOfMeaning } from '../../client/src/model/moment-changes.ts'
import { liveBoard } from '../support/live-board.ts'

function heard() {
  const live = liveBoard({ phase: 'post' })
  const moments = createCollection(readMoment)
  moments.follow(live.board.moments)
  const told = { line: 0, meaning: 0 }
  changesOfLine(moments).subscribe(() => told.line++)
  changesOfMeaning(moments).subscribe(() => told.meaning++)
  return { live, told, ids: live.line() }
}

it('a note that is moved is no news to a list', () => {
  const { live, told, ids } = heard()
  live.run('place-moments', { places: [{ id: ids[3], place: [10, 20, 176, 120] }] })
  live.run('place-moments', { places: [{ id: ids[3], place: null }] })
  expect(told).toEqual({ line: 0, meaning: 0 })
})

it('what is written on a note is news, but not for the order', () => {
  const { live, told, ids } = heard()
  live.run('edit-text', { root: 'moments', id: ids[3], key: 'text', index: 0, remove: 0, insert: 'Then ' })
  expect(told).toEqual({ line: 0, meaning: 1 })
})

it('a moment that comes, goes or changes its place in the order is news to both', () => {
  const { live, told, ids } = heard()
  live.run('reorder-moments', { ids: [ids[3]], after: null })
  live.run('remove-moments', { ids: [ids[4]], removed: true })
  expect(told).toEqual({ line: 2, meaning: 2 })
})
