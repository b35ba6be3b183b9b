import { recordLimits } from '@momentous/shared/board/records'
import { expect, test } from 'vitest'
import { overfillsBoard } from '../../server/src/rooms/commands/overfills.ts'

const holding = (count: number) => () => count
const many = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `newcomer-${at}` }))

test('a command that makes several counts as several: none takes a board over its limit', () => {
  const { moments, shapes, stages } = recordLimits
  const add = (count: number, there: number) => overfillsBoard('add-moments', { moments: many(count) }, holding(there))
  expect([add(200, moments - 200), add(200, moments - 199), add(1, moments)]).toEqual([false, true, true])
  expect(overfillsBoard('add-shapes', { shapes: many(2) }, holding(shapes - 1))).toBe(true)
  expect(overfillsBoard('add-shape', { id: 'one' }, holding(shapes - 1))).toBe(false)
  expect(overfillsBoard('add-stage', { id: 'one' }, holding(stages))).toBe(true)
  expect(overfillsBoard('remove-moments', { ids: ['one'] }, holding(moments))).toBeNull()
})
