import type { Shape, TextSize, Tint } from '@momentous/shared/domain/shape'
import type { Ruling } from '@momentous/shared/rules/ruling'
import { shapeVerbWords } from '../words/shapes.ts'
import type { Bench } from './bench.ts'
import { editShape } from './edit-shape.ts'

/** The only selected piece, if it is a shape. */
export function chosenShape({ selection, wall }: Bench): Shape | null {
  const [id, ...others] = selection.pieces()
  const shape = id === undefined || others.length > 0 ? undefined : wall.shape(id)
  return shape === undefined || shape.removed ? null : shape
}

/** One thing that can be done with a shape; `refusal` says why not now. */
export interface ShapeVerb {
  readonly label: string
  readonly refusal: string | null
  act(): void
}

export interface ShapeVerbs {
  readonly words: ShapeVerb
  readonly lock: ShapeVerb
  readonly remove: ShapeVerb
  /** Why its look can't be changed now. */
  readonly lookRefusal: string | null
  tint(tint: Tint): void
  size(size: TextSize): void
}

const reasonOf = (ruling: Ruling) => (ruling.allowed ? null : ruling.reason)

/** Everything that can be done with one shape alone. */
export function shapeVerbs(shape: Shape, bench: Bench): ShapeVerbs {
  const { wall, selection } = bench
  const { id, kind, locked } = shape
  const ids = [id]
  const may = reasonOf(wall.check('set-shape', { ids }))
  const free = may ?? (locked ? shapeVerbWords.locked : null)
  return {
    words: { label: shapeVerbWords.words[kind], refusal: free, act: () => void editShape(id, bench) },
    lock: {
      label: locked ? shapeVerbWords.unlock : shapeVerbWords.lock,
      refusal: may,
      act: () => void wall.act('lock-shapes', { ids, locked: !locked }),
    },
    remove: {
      label: shapeVerbWords.remove,
      refusal: free,
      act() {
        if (wall.act('remove-shapes', { ids, removed: true }).allowed) selection.clear()
      },
    },
    lookRefusal: free,
    tint: (tint) => void wall.act('set-shape', { ids, tint }),
    size: (size) => void wall.act('set-shape', { ids, size }),
  }
}
