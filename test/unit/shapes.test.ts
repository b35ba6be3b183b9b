import { compareDepth, depthsAt, type Lying } from '@momentous/shared/board/depth'
import { snapshot } from '@momentous/shared/board/read'
import type { MomentId, ShapeId, StrokeId } from '@momentous/shared/domain/id'
import type { PieceId } from '@momentous/shared/domain/piece'
import { shapeKindOrder, tints, tokenOfTint, type Shape } from '@momentous/shared/domain/shape'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { directCommands } from '@momentous/shared/commands/commands'
import { describe, expect, it, test } from 'vitest'
import { liveBoard, type LiveBoard } from '../support/live-board.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { root } from '../support/sources.ts'

const place = [0, 0, 200, 100] as const
const note = (board: LiveBoard, at = 0): MomentId => board.line()[at] ?? ('' as MomentId)
const shapeIn = (board: LiveBoard, id: string): Shape | undefined => board.view().shape(id as ShapeId)
const K1 = { allowed: false, rule: 'K1' }

/** A board with one shape of each kind. */
function withShapes(): LiveBoard {
  const board = liveBoard({ phase: 'post' })
  const add = (id: string, facts: object) =>
    expect(board.run('add-shape', { id, ...facts }, 'participant')).toEqual({ allowed: true })
  add('free-text', { kind: 'text', words: 'Why', place, size: 'l', tint: 'face' })
  add('the-area', { kind: 'area', words: 'Before', place: [0, 0, 900, 600] })
  add('the-connector', { kind: 'connector', from: { at: note(board) }, to: { point: [40, -8] } })
  add('the-image', { kind: 'image', place, image: { hash: 'ab'.repeat(32), w: 1600, h: 900 } })
  return board
}

describe('a shape', () => {
  it('reads as what its kind has, and nothing else', () => {
    const common = { tint: 'ink', group: null, z: null, locked: false, removed: false }
    expect(snapshot(withShapes().board).shapes).toEqual([
      { id: 'free-text', kind: 'text', ...common, words: 'Why', place, size: 'l', tint: 'face' },
      { id: 'the-area', kind: 'area', ...common, words: 'Before', place: [0, 0, 900, 600] },
      {
        id: 'the-connector',
        kind: 'connector',
        ...common,
        words: '',
        from: { at: expect.any(String) },
        to: { point: [40, -8] },
      },
      {
        id: 'the-image',
        kind: 'image',
        ...common,
        words: '',
        place,
        image: { hash: 'ab'.repeat(32), w: 1600, h: 900 },
      },
    ])
    expect(snapshot(withShapes().board).shapes.map(({ kind }) => kind)).toEqual(shapeKindOrder)
  })

  it('is whole or isn’t made, and holds nothing that its kind lacks (D1)', () => {
    const made = (args: object) => v.safeParse(directCommands['add-shape'].args, { id: 'shape-one-1', ...args })
    const hash = 'ab'.repeat(32)
    for (const args of [
      { kind: 'text' },
      { kind: 'text', place: [0, 0, NaN, 10] },
      { kind: 'area', place: [0, 0, 20_000, 10] },
      { kind: 'connector', from: { at: 'a-piece-1' } },
      { kind: 'connector', from: { at: 'short' }, to: { point: [0, 0] } },
      { kind: 'connector', from: { at: 'a-piece-1', point: [0, 0] }, to: { point: [0, 0] } },
      { kind: 'connector', from: { point: [0, Infinity] }, to: { point: [0, 0] } },
      { kind: 'image', place, image: { hash: hash.toUpperCase(), w: 1, h: 1 } },
      { kind: 'image', place, image: { hash: 'ab', w: 1, h: 1 } },
      { kind: 'image', place, image: { hash, w: 0.5, h: 1 } },
      { kind: 'image', place, image: { hash, w: 1, h: 1, url: 'https://example.org' } },
      { kind: 'circle', place },
      { kind: 'text', place, words: 'x'.repeat(401) },
    ]) {
      expect(made(args).success, JSON.stringify(args)).toBe(false)
    }
    const parsed = made({ kind: 'area', place, from: { at: 'a-piece-1' } })
    expect(parsed.success && 'from' in parsed.output).toBe(false)
  })

  it('is moved by its place, a connector by its ends', () => {
    const board = withShapes()
    const places = ['the-area', 'the-connector'].map((id) => ({ id, place: [5, 5, 50, 50], to: { point: [1, 1] } }))
    board.run('place-shapes', { places }, 'participant')
    expect(shapeIn(board, 'the-area')).toMatchObject({ place: [5, 5, 50, 50] })
    expect(shapeIn(board, 'the-connector')).toMatchObject({ from: { at: note(board) }, to: { point: [1, 1] } })
    expect([...(board.board.shapes.get('the-area')?.keys() ?? [])]).not.toContain('to')
    expect([...(board.board.shapes.get('the-connector')?.keys() ?? [])]).not.toContain('place')
  })

  it('is typed into as a note is (K1)', () => {
    const board = withShapes()
    const edit = { root: 'shapes', id: 'free-text', key: 'words', index: 3, remove: 0, insert: ' here' }
    expect(board.run('edit-text', edit, 'participant').allowed).toBe(true)
    expect(shapeIn(board, 'free-text')?.words).toBe('Why here')
    board.set({ phase: 'ideas' })
    expect(board.check('edit-text', edit)).toMatchObject(K1)
  })

  it('stays where it is while it is locked (K1)', () => {
    const board = withShapes()
    const move = { places: [{ id: 'the-area', place: [9, 9, 90, 90] }] }
    board.run('lock-shapes', { ids: ['the-area'], locked: true }, 'participant')
    expect(board.check('place-shapes', move)).toMatchObject({ ...K1, reason: 'This is locked. Unlock it first.' })
    board.run('lock-shapes', { ids: ['the-area'], locked: false }, 'participant')
    expect(board.check('place-shapes', move).allowed).toBe(true)
  })

  it('goes to the bin and comes back, and is never deleted (M5)', () => {
    const board = withShapes()
    board.run('remove-shapes', { ids: ['the-image'], removed: true }, 'participant')
    expect(shapeIn(board, 'the-image')).toMatchObject({ removed: true, image: { w: 1600 } })
    board.run('remove-shapes', { ids: ['the-image'], removed: false }, 'participant')
    expect(shapeIn(board, 'the-image')?.removed).toBe(false)
  })

  it('has an id that no other piece has (M4)', () => {
    const board = withShapes()
    const id = note(board)
    expect(board.check('add-shape', { id, kind: 'area', place })).toMatchObject({ rule: 'M4' })
    const stroke = { pen: 'ink', width: 4, points: [0, 0, 0.5] }
    expect(board.check('draw-stroke', { id: 'the-area', ...stroke })).toMatchObject({ rule: 'M4' })
    expect(board.check('add-moment', { id: 'the-area', text: '', after: null })).toMatchObject({ rule: 'M4' })
    expect(board.check('add-shape', { id: 'the-area', kind: 'area', place }).allowed).toBe(true)
  })

  it.each(tints)('may be %s, which both themes know', (tint) => {
    const [light = '', dark = ''] = readFileSync(join(root, 'client/src/theme/tokens.css'), 'utf8').split(
      "[data-theme='dark']",
    )
    for (const theme of [light, dark]) expect(theme).toContain(`--${tokenOfTint(tint)}:`)
  })
})

test('a connector holds on to notes, ink and shapes, and to no connector (K1)', () => {
  const board = withShapes()
  const point = { point: [0, 0] }
  const add = (from: object) => board.check('add-shape', { id: 'another-one', kind: 'connector', from, to: point })
  expect(
    [add({ at: note(board) }), add({ at: 'the-area' }), add({ at: 'gone-long-ago' })].every((each) => each.allowed),
  ).toBe(true)
  expect(add({ at: 'the-connector' })).toMatchObject(K1)
  expect(add({ at: 'another-one' })).toMatchObject(K1)
  const line = (id: string, at: string) => ({ id, kind: 'connector', from: { at }, to: point })
  const several = (at: string) =>
    board.check('add-shapes', { shapes: [line('line-one-11', 'area-one-11'), line('line-two-11', at)] })
  expect(several('area-one-11').allowed).toBe(true)
  expect([several('line-one-11'), several('the-connector')]).toMatchObject([K1, K1])
  const places = [{ id: 'the-connector', to: { at: 'the-connector' } }]
  expect(board.check('place-shapes', { places })).toMatchObject(K1)
})

test('whoever groups or orders notes with shapes needs leave for both (M2, K1)', () => {
  const board = withShapes()
  board.run('draw-stroke', { id: 'a-stroke-1', pen: 'ink', width: 4, points: [0, 0, 0.5] })
  const notes = { ids: [note(board)], group: 'a-group-1' }
  const shapes = { ids: ['the-area', 'a-stroke-1'], group: 'a-group-1' }
  const both = { ids: [...notes.ids, ...shapes.ids], group: 'a-group-1' }
  const rules = (as: 'facilitator' | 'participant') =>
    [notes, shapes, both].map((args) => {
      const ruling = board.check('group-pieces', args, as)
      return ruling.allowed || ruling.rule
    })
  expect(rules('participant')).toEqual([true, true, true])
  board.set({ phase: 'assess' })
  expect([rules('facilitator'), rules('participant')]).toEqual([
    [true, true, true],
    ['M2', true, 'M2'],
  ])
  board.set({ phase: 'choose', vote: { state: 'open', round: 1 } })
  expect(rules('facilitator')).toEqual([true, 'K1', 'K1'])
  board.set({ phase: 'post' })
  board.run('group-pieces', both, 'participant')
  const { moments, ink, shapes: all } = snapshot(board.board)
  expect([...moments, ...ink, ...all].filter(({ group }) => group === 'a-group-1')).toHaveLength(3)
})

describe('what lies on what', () => {
  const ids = ['piece-one-1', 'piece-two-1', 'piece-three'] as PieceId[]
  const [one, two, three] = ids as [PieceId, PieceId, PieceId]
  const lying = (depths: readonly { id: PieceId; z: string }[], others: readonly Lying[]) =>
    [...others.filter(({ id }) => depths.every((each) => each.id !== id)), ...depths]
      .toSorted((a, b) => compareDepth(a, b))
      .map(({ id }) => id)

  it('is put before or behind everything else, in its own order', () => {
    const others: readonly Lying[] = [
      { id: one, z: null },
      { id: two, z: 'a3' },
      { id: three, z: 'Zx' },
    ]
    const random = seededRandom(4)
    const pieces = ['a-newcomer', 'b-newcomer', 'c-newcomer'] as PieceId[]
    expect(lying(depthsAt('front', pieces, others, random), others)).toEqual([three, one, two, ...pieces])
    expect(lying(depthsAt('back', pieces, others, random), others)).toEqual([...pieces, three, one, two])
    expect(lying(depthsAt('front', pieces, [], random), [])).toEqual(pieces)
  })

  it('finds room before and behind somebody’s forged keys too, a thousand times over', () => {
    const random = seededRandom(5)
    let others: readonly Lying[] = [
      { id: one, z: `z${'z'.repeat(199)}` },
      { id: two, z: `A${'0'.repeat(25)}1` },
    ]
    for (let at = 0; at < 1_000; at++) {
      const depths = depthsAt(at % 2 === 0 ? 'front' : 'back', [three], others, random)
      for (const { z } of depths)
        expect(v.is(directCommands['order-pieces'].args, { pieces: [{ id: three, z }] })).toBe(true)
      others = [...others.filter(({ id }) => depths.every((each) => each.id !== id)), ...depths]
      expect(others.toSorted((a, b) => compareDepth(a, b)).at(at % 2 === 0 ? -1 : 0)?.id).toBe(three)
    }
  })

  it('is as the wall lays it where nobody has put it anywhere, then by the id', () => {
    const last = (a: Lying) => (a.id === one ? 1 : -1)
    expect(
      [
        { id: one, z: null },
        { id: two, z: 'a0' },
      ].toSorted((a, b) => compareDepth(a, b, last))[0]?.id,
    ).toBe(two)
    expect(compareDepth({ id: two, z: null }, { id: three, z: null })).toBeGreaterThan(0)
  })
})

test('a stroke lies where it was moved to, and its points stay as they were written', () => {
  const board = liveBoard({ phase: 'post' })
  board.run('draw-stroke', { id: 'a-stroke-1', pen: 'ink', width: 4, points: [0, 0, 0.5, 9, 9, 0.5] })
  const written = board.board.ink.get('a-stroke-1')?.get('points')
  board.run('move-strokes', { moves: [{ id: 'a-stroke-1' as StrokeId, moved: [40, -8] }] }, 'participant')
  expect(board.board.ink.get('a-stroke-1')?.get('points')).toBe(written)
  expect(snapshot(board.board).ink).toMatchObject([{ points: [0, 0, 0.5, 9, 9, 0.5], moved: [40, -8] }])
})
