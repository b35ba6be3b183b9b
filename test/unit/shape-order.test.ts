import { snapshot } from '@momentous/shared/board/read'
import type { PieceId } from '@momentous/shared/domain/piece'
import { expect, it } from 'vitest'
import { readingOrder, wordsOfEnd } from '../../client/src/model/shape-order.ts'
import { connectorName, shapeName } from '../../client/src/words/shapes.ts'
import { liveBoard } from '../support/live-board.ts'

it('shapes are read as a person would: areas, then each row from left to right, and nothing that is blank or gone', () => {
  const board = liveBoard({ phase: 'post' })
  const add = (id: string, facts: object) => board.run('add-shape', { id, ...facts })
  add('text-right', { kind: 'text', words: 'right', place: [900, 10, 100, 40] })
  add('text-below', { kind: 'text', words: 'below', place: [0, 500, 100, 40] })
  add('text-blank', { kind: 'text', words: ' ', place: [0, 0, 100, 40] })
  add('text-left-', { kind: 'text', words: 'left', place: [0, -20, 100, 40] })
  add('area-one-1', { kind: 'area', words: 'Before', place: [0, 900, 100, 40] })
  add('area-gone-', { kind: 'area', place: [0, 0, 100, 40] })
  board.run('remove-shapes', { ids: ['area-gone-'], removed: true })
  const order = readingOrder(snapshot(board.board).shapes).map(({ id }) => id)
  expect(order).toEqual(['area-one-1', 'text-left-', 'text-right', 'text-below'])
})

it('a shape is named by its kind and its words, a connector by what it connects', () => {
  expect(shapeName({ kind: 'area', words: 'Before the visit' })).toBe('Area: Before the visit')
  expect(shapeName({ kind: 'image', words: ' ' })).toBe('Image of which nobody says what it shows')
  const bare = { kind: 'connector', words: '' } as const
  expect(connectorName(bare, 'Waits', 'Is greeted')).toBe('Connector from “Waits” to “Is greeted”')
  expect(connectorName(bare, null, null)).toBe('Connector')
  expect(connectorName({ ...bare, words: 'then' }, null, 'Pays')).toBe('Connector: then, to “Pays”')
  const at = 'moment-one' as PieceId
  expect(wordsOfEnd({ at }, () => 'x'.repeat(80))).toBe(`${'x'.repeat(59)}…`)
  expect(wordsOfEnd({ point: [0, 0] }, () => 'never')).toBeNull()
})
