import type { ShapeId } from '@momentous/shared/domain/id'
import type { PieceId } from '@momentous/shared/domain/piece'
import type { Shape } from '@momentous/shared/domain/shape'
import { useEffect, useState, type RefObject } from 'react'
import { wordsOn } from '@momentous/shared/scene/note-shape'
import { readingOrder, wordsOfEnd } from '../model/shape-order.ts'
import type { Bench } from '../tools/bench.ts'
import { alsoWords, connectorName, shapeName } from '../words/shapes.ts'
import { everySoOften } from './every-so-often.ts'
import { pointAtRow, shapeRow } from './pointed-row.ts'

const ROWS_MAX = 300

export interface ShapeMirrorProps {
  readonly bench: Bench
  readonly wall: RefObject<HTMLElement | null>
}

/** What is on the wall besides the moments, off the screen, in sentences. */
export function ShapeMirror({ bench, wall }: ShapeMirrorProps) {
  const [rows, setRows] = useState<readonly Row[]>([])
  useEffect(() => everySoOften(bench, () => setRows((before) => fresh(before, read(bench)))), [bench])
  useEffect(() => pointAtRow(bench, wall.current), [bench, wall, rows])
  if (rows.length === 0) return null
  return (
    <ul aria-label={alsoWords.title}>
      {rows.map(({ id, sentence }) => (
        <li key={id} id={shapeRow(id)} aria-labelledby={shapeRow(id)}>
          {sentence}
        </li>
      ))}
    </ul>
  )
}

interface Row {
  readonly id: ShapeId
  readonly sentence: string
}

function read(bench: Bench): readonly Row[] {
  const shapes = readingOrder(bench.wall.shapes()).slice(0, ROWS_MAX)
  return shapes.map((shape) => ({ id: shape.id, sentence: sentenceOf(shape, bench) }))
}

/** What says the same is the same: most changes of a wall are none of its shapes' words. */
function fresh(before: readonly Row[], now: readonly Row[]): readonly Row[] {
  const same = ({ id, sentence }: Row, index: number) => before[index]?.id === id && before[index].sentence === sentence
  return now.length === before.length && now.every(same) ? before : now
}

function sentenceOf(shape: Shape, { wall }: Bench): string {
  const wordsOf = (id: PieceId) => {
    const moment = wall.moment(id)
    const shape = wall.shape(id)
    // What is in the bin is nothing that it leads to.
    if (moment) return moment.removed ? undefined : wordsOn(moment)
    return shape?.removed === false ? shape.words : undefined
  }
  const name =
    shape.kind === 'connector'
      ? connectorName(shape, wordsOfEnd(shape.from, wordsOf), wordsOfEnd(shape.to, wordsOf))
      : shapeName(shape)
  return shape.locked ? `${name}. ${alsoWords.locked}` : `${name}.`
}
