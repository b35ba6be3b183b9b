import { stageBands } from '@momentous/shared/board/stage-bands'
import type { StageId } from '@momentous/shared/domain/id'
import type { Stage } from '@momentous/shared/domain/stage'
import { expect, test } from 'vitest'
import { momentId, sampleMoment } from '../support/board-sample.ts'

const stage = (order: string, facts: Partial<Stage> = {}): Stage => ({
  id: `stage-of-${order}` as StageId,
  title: order,
  order,
  removed: false,
  ...facts,
})
const line = [1, 2, 3, 4].map((n) => sampleMoment(n, { order: `a${n}` }))
const said = (stages: readonly Stage[], moments = line) =>
  stageBands(moments, stages).map(({ stage: each, moments: under, first }) => [
    each?.title ?? null,
    under.map((id) => Number(id.slice(-4))),
    first,
  ])

test('moments stand under the last divider before them, in the order of the line', () => {
  expect(said([stage('a3V'), stage('a1V')], line.toReversed())).toEqual([
    [null, [1], 0],
    ['a1V', [2, 3], 1],
    ['a3V', [4], 3],
  ])
})

test('a stage without moments has a band all the same; what comes before the first has one if there is any', () => {
  expect(said([stage('Zz'), stage('a2V'), stage('a2k'), stage('a9')])).toEqual([
    ['Zz', [1, 2], 0],
    ['a2V', [], 2],
    ['a2k', [3, 4], 2],
    ['a9', [], 4],
  ])
  expect(said([stage('a2')], [])).toEqual([['a2', [], 0]])
  expect([said([]), said([], [])]).toEqual([[[null, [1, 2, 3, 4], 0]], []])
})

test('whoever has the same key lies by the id, as on the line', () => {
  const moment = sampleMoment(7, { order: 'a2' })
  const before = stage('a2', { id: 'aaaaaaaa' as StageId })
  const after = stage('a2', { id: 'zzzzzzzz' as StageId })
  expect([before.id, momentId(7), after.id].toSorted()).toEqual([before.id, momentId(7), after.id])
  expect(said([before], [moment])).toEqual([['a2', [7], 0]])
  expect(said([after], [moment])).toEqual([
    [null, [7], 0],
    ['a2', [], 1],
  ])
})

test('what is in the bin, behind the scenes or under another note stands under nothing, nor does a stage in the bin begin', () => {
  const moments = [
    ...line,
    sampleMoment(5, { order: 'a2V', removed: true }),
    sampleMoment(6, { order: 'a2V', kind: 'invisible' }),
    sampleMoment(7, { order: 'a2V', stackedOn: momentId(1) }),
  ]
  expect(said([stage('a1V'), stage('a3V', { removed: true })], moments)).toEqual([
    [null, [1], 0],
    ['a1V', [2, 3, 4], 1],
  ])
})
