import type { PieceId } from '@momentous/shared/domain/piece'
import type { Shape } from '@momentous/shared/domain/shape'
import { useEffect, useState } from 'react'
import { wordsOn } from '../model/note-shape.ts'
import { readingOrder, wordsOfEnd } from '../model/shape-order.ts'
import type { Bench } from '../tools/bench.ts'
import { alsoWords, connectorName, shapeName } from '../words/shapes.ts'
import { everySoOften } from './every-so-often.ts'

const ROWS_MAX = 300
const rowId = (id: PieceId) => `wall-shape-${id}`

/** The row of the selected shape, while nothing else is selected. */
export function shapeRow({ selection, wall }: Bench): string | null {
  const [id, ...others] = selection.pieces()
  return id !== undefined && others.length === 0 && wall.shape(id) ? rowId(id) : null
}

/** What is on the wall besides the moments, off the screen, in sentences. */
export function ShapeMirror({ bench }: { readonly bench: Bench }) {
  const [shapes, setShapes] = useState<readonly Shape[]>([])
  useEffect(() => everySoOften(bench, () => setShapes(readingOrder(bench.wall.shapes()).slice(0, ROWS_MAX))), [bench])
  if (shapes.length === 0) return null
  return (
    <ul aria-label={alsoWords.title}>
      {shapes.map((shape) => (
        <li key={shape.id} id={rowId(shape.id)}>
          {sentenceOf(shape, bench)}
        </li>
      ))}
    </ul>
  )
}

function sentenceOf(shape: Shape, { wall }: Bench): string {
  const wordsOf = (id: PieceId) => {
    const moment = wall.moment(id)
    return moment ? wordsOn(moment) : wall.shape(id)?.words
  }
  const name =
    shape.kind === 'connector'
      ? connectorName(shape, wordsOfEnd(shape.from, wordsOf), wordsOfEnd(shape.to, wordsOf))
      : shapeName(shape)
  return shape.locked ? `${name}. ${alsoWords.locked}` : `${name}.`
}
