import type { PieceId } from '@momentous/shared/domain/piece'
import type { End, Shape } from '@momentous/shared/domain/shape'
import { isBlank } from '@momentous/shared/scene/shape-layout'

/** Shapes whose tops are no further apart stand in one row. */
const ROW = 120

const kinds = { area: 0, text: 1, image: 2, connector: 3 } as const satisfies Record<Shape['kind'], number>

function topLeft(shape: Shape): readonly [row: number, x: number] {
  if (shape.kind === 'connector') return [0, 0]
  const [x, y] = shape.place
  return [Math.round(y / ROW), x]
}

/** What can be read of the shapes, as a person would: the areas, then what is written, each row from left to right. */
export function readingOrder(shapes: readonly Shape[]): readonly Shape[] {
  return shapes
    .filter((shape) => !shape.removed && !(shape.kind === 'text' && isBlank(shape.words)))
    .toSorted((a, b) => {
      const [rowA, xA] = topLeft(a)
      const [rowB, xB] = topLeft(b)
      return kinds[a.kind] - kinds[b.kind] || rowA - rowB || xA - xB || (a.id < b.id ? -1 : 1)
    })
}

/** The words of what a connector's end holds on to, cut short; null where there are none. */
export function wordsOfEnd(end: End, wordsOf: (id: PieceId) => string | undefined): string | null {
  const words = 'at' in end ? (wordsOf(end.at) ?? '').trim() : ''
  if (words === '') return null
  return words.length > 60 ? `${words.slice(0, 59).trimEnd()}…` : words
}
