import type { ArgsOf } from '@momentous/shared/commands/commands'
import type { ShapeId } from '@momentous/shared/domain/id'
import type { Arranged, PieceId } from '@momentous/shared/domain/piece'
import type { Shape } from '@momentous/shared/domain/shape'
import { eachBack, valuesBack, type Facts, type Inverse } from './giving-back.ts'

const shapeIn = ({ view }: Facts, id: ShapeId): Shape | undefined => view.shape(id)

function pieceIn(facts: Facts, id: PieceId): Arranged | undefined {
  return facts.view.moment(id) ?? facts.view.shape(id) ?? facts.stroke(id)
}

/** Strokes that were erased are drawn again as they were. */
function inkBack(before: Facts, { ids }: ArgsOf<'erase-strokes'>): Inverse {
  const strokes = ids.flatMap((id) => before.stroke(id) ?? [])
  return (now) =>
    strokes
      .filter(({ id }) => now.stroke(id) === undefined)
      .map(({ points, moved: [x, y], ...stroke }) => ({
        name: 'draw-stroke',
        args: { ...stroke, points: [...points], moved: [x, y] },
      }))
}

type Placing = ArgsOf<'place-shapes'>['places'][number]

/** What `place-shapes` changes of a shape: each on its own, for others may pull a connector's other end meanwhile. */
interface PlacePart {
  readonly id: ShapeId
  readonly key: Exclude<keyof Placing, 'id'>
}

function partIn(facts: Facts, { id, key }: PlacePart): { readonly is: unknown } | undefined {
  const shape = facts.view.shape(id)
  if (shape?.kind === 'connector') return key === 'place' ? undefined : { is: shape[key] }
  return shape && key === 'place' ? { is: shape.place } : undefined
}

function placesBack(before: Facts, { places }: ArgsOf<'place-shapes'>): Inverse {
  const keys = ['place', 'from', 'to'] as const
  const given = new Map(places.map((each) => [each.id, each]))
  return eachBack<PlacePart, { readonly is: unknown }, unknown>(before, {
    ids: places.flatMap(({ id, ...where }) => keys.flatMap((key) => (where[key] === undefined ? [] : { id, key }))),
    read: partIn,
    pick: ({ is }) => is,
    given: (_kept, { id, key }) => given.get(id)?.[key],
    write: (former) => ({
      name: 'place-shapes',
      args: { places: former.map(({ id: { id, key }, was }) => ({ id, [key]: was })) },
    }),
  })
}

/** The colour and the size of shapes; a size only where there is one. */
function lookBack(before: Facts, { ids, tint, size }: ArgsOf<'set-shape'>): Inverse {
  const sizeOf = (shape: Shape) => (shape.kind === 'text' ? shape.size : undefined)
  return valuesBack(before, {
    ids,
    read: shapeIn,
    pick: (shape) => ({ tint: shape.tint, size: sizeOf(shape) }),
    given: (shape) => ({
      tint: tint ?? shape.tint,
      size: shape.kind === 'text' ? (size ?? shape.size) : undefined,
    }),
    write: (all, was) => ({ name: 'set-shape', args: { ids: all, ...was } }),
  })
}

/** Those of them that are still on the wall go to the bin. */
const shapesOff =
  (ids: readonly ShapeId[]): Inverse =>
  ({ view }) => {
    const there = ids.filter((id) => view.shape(id)?.removed === false)
    return there.length > 0 ? [{ name: 'remove-shapes', args: { ids: there, removed: true } }] : []
  }

/** Taking a piece back that was made: ink is deleted, everything else goes to the bin (M5). */
const made = {
  'draw-stroke':
    (_before: Facts, { id }: ArgsOf<'draw-stroke'>): Inverse =>
    (now) =>
      now.stroke(id) === undefined ? [] : [{ name: 'erase-strokes', args: { ids: [id] } }],
  'add-shape': (_before: Facts, { id }: ArgsOf<'add-shape'>): Inverse => shapesOff([id]),
  'add-shapes': (_before: Facts, { shapes }: ArgsOf<'add-shapes'>): Inverse => shapesOff(shapes.map(({ id }) => id)),
}

/** The inverses of everything that is done to ink, to shapes, and to pieces of every kind. */
export const pieceInverses = {
  ...made,
  'erase-strokes': inkBack,
  'move-strokes': (before: Facts, { moves }: ArgsOf<'move-strokes'>): Inverse => {
    const given = new Map(moves.map(({ id, moved }) => [id, moved]))
    return eachBack(before, {
      ids: [...given.keys()],
      read: (facts, id) => facts.stroke(id),
      pick: ({ moved: [x, y] }): [number, number] => [x, y],
      given: ({ moved: [x, y] }, id): [number, number] => given.get(id) ?? [x, y],
      write: (former) => ({ name: 'move-strokes', args: { moves: former.map(({ id, was }) => ({ id, moved: was })) } }),
    })
  },
  'place-shapes': placesBack,
  'set-shape': lookBack,
  'lock-shapes': (before: Facts, { ids, locked }: ArgsOf<'lock-shapes'>): Inverse =>
    valuesBack(before, {
      ids,
      read: shapeIn,
      pick: (shape) => shape.locked,
      given: () => locked,
      write: (all, was) => ({ name: 'lock-shapes', args: { ids: all, locked: was } }),
    }),
  'remove-shapes': (before: Facts, { ids, removed }: ArgsOf<'remove-shapes'>): Inverse =>
    valuesBack(before, {
      ids,
      read: shapeIn,
      pick: (shape) => shape.removed,
      given: () => removed,
      write: (all, was) => ({ name: 'remove-shapes', args: { ids: all, removed: was } }),
    }),
  'group-pieces': (before: Facts, { ids, group }: ArgsOf<'group-pieces'>): Inverse =>
    valuesBack(before, {
      ids,
      read: pieceIn,
      pick: (piece) => piece.group,
      given: () => group,
      write: (all, was) => ({ name: 'group-pieces', args: { ids: all, group: was } }),
    }),
  'order-pieces': (before: Facts, { pieces }: ArgsOf<'order-pieces'>): Inverse => {
    const given = new Map(pieces.map(({ id, z }) => [id, z]))
    return eachBack(before, {
      ids: [...given.keys()],
      read: pieceIn,
      pick: (piece) => piece.z,
      given: (_piece, id) => given.get(id) ?? null,
      write: (former) => ({ name: 'order-pieces', args: { pieces: former.map(({ id, was }) => ({ id, z: was })) } }),
    })
  },
}
