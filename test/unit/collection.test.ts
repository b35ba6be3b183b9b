import { readMoment } from '@momentous/shared/board/read'
import type { MomentId } from '@momentous/shared/domain/id'
import type { Moment } from '@momentous/shared/domain/moment'
import { expect, test } from 'vitest'
import { createBoardFacts } from '../../client/src/model/board-records.ts'
import { createCollection } from '../../client/src/model/collection.ts'
import { cell } from '../../client/src/model/cell.ts'
import { derive, sameList } from '../../client/src/model/watched.ts'
import { liveBoard } from '../support/live-board.ts'

const followed = () => {
  const live = liveBoard({ phase: 'post' })
  const moments = createCollection(readMoment)
  moments.follow(live.board.moments)
  const [first, second] = moments.ids()
  if (first === undefined || second === undefined) throw new Error('The board of the tests has moments.')
  return { live, moments, first, second }
}

test('a record is another object only when it changed', () => {
  const { live, moments, first, second } = followed()
  const [before, beside] = [moments.get(first), moments.get(second)]
  live.run('set-paper', { ids: [first], paper: 'rose' })
  expect(moments.get(first)).not.toBe(before)
  expect(moments.get(first)?.paper).toBe('rose')
  expect(moments.get(second)).toBe(beside)
  expect(Object.isFrozen(moments.get(first))).toBe(true)
})

test('who listens to one record hears of that one alone; typing into it counts', () => {
  const { live, moments, first, second } = followed()
  const heard: string[] = []
  moments.subscribe(() => heard.push('first'), first)
  moments.subscribe(() => heard.push('second'), second)
  moments.subscribe(() => heard.push('came or went'))
  live.run('edit-text', { root: 'moments', id: first, key: 'text', index: 0, remove: 0, insert: 'Now ' })
  expect(heard).toEqual(['first'])
  live.run('add-moment', { id: 'a-new-moment', text: 'Waits', after: 'last' })
  expect(heard).toEqual(['first', 'came or went'])
})

test('lists stay the same lists until something in them changes', () => {
  const { live, moments, first } = followed()
  const [ids, all] = [moments.ids(), moments.all()]
  expect(moments.all()).toBe(all)
  live.run('set-paper', { ids: [first], paper: 'rose' })
  expect(moments.ids()).toBe(ids)
  expect(moments.all()).not.toBe(all)
})

test('moving over to another document tells only of what reads differently there', () => {
  const { live, moments, first, second } = followed()
  const twin = liveBoard({ phase: 'post' })
  twin.run('set-paper', { ids: [first], paper: 'rose' })
  const [before, beside] = [moments.get(first), moments.get(second)]
  const changes: MomentId[][] = []
  moments.subscribeChanges((ids) => changes.push([...ids]))
  moments.follow(twin.board.moments)
  expect(changes).toEqual([[first]])
  expect(moments.get(first)).not.toBe(before)
  expect(moments.get(second)).toBe(beside)
  live.run('set-paper', { ids: [second], paper: 'sky' })
  expect(changes).toHaveLength(1)
})

test('a part of the session stays the same object until it says something else', () => {
  const live = liveBoard({ phase: 'choose', vote: { state: 'open', round: 1 } })
  const facts = createBoardFacts()
  facts.follow(live.board)
  const { vote, title } = facts.session.get()
  live.set({ title: 'Another name' })
  expect(facts.session.get().title).not.toBe(title)
  expect(facts.session.get().vote).toBe(vote)
})

test('a derived value is computed once a change, and kept while it is the same', () => {
  const source = cell<readonly number[]>([3, 1])
  let computed = 0
  const sorted = derive([source], () => (computed++, source.get().toSorted((a, b) => a - b)), sameList)
  let told = 0
  const stop = sorted.subscribe(() => told++)
  const first = sorted.get()
  expect(sorted.get()).toBe(first)
  expect(computed).toBe(1)
  source.set([1, 3])
  expect(told).toBe(1)
  expect(sorted.get()).toBe(first)
  stop()
  source.set([4])
  expect(told).toBe(1)
  expect(sorted.get()).toEqual([4])
})

test('a view of snapshots says what the document says', () => {
  const live = liveBoard({ phase: 'post' })
  const facts = createBoardFacts()
  facts.follow(live.board)
  const plain = (moments: readonly Moment[]) => moments.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  expect(plain(facts.view.moments())).toEqual(plain(live.view().moments()))
  expect(facts.view.session).toEqual(live.view().session)
})
