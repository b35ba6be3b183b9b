import type { Moment } from '../domain/moment.ts'
import type { PieceId } from '../domain/piece.ts'
import type { End, Shape } from '../domain/shape.ts'
import type { Stroke } from '../domain/stroke.ts'
import type { RedactedBoard } from '../exports/redact.ts'

interface Pieces {
  readonly moments: readonly Moment[]
  readonly ink: readonly Stroke[]
  readonly shapes: readonly Shape[]
}

/** What can be put on another wall: no picture without its file, and no connector without what it holds on to. */
export function piecesOf(
  { ink, shapes }: RedactedBoard,
  moments: readonly Moment[],
  images: ReadonlySet<string>,
): Pieces {
  const free = shapes.filter(
    (shape) => !shape.removed && shape.kind !== 'connector' && (shape.kind !== 'image' || images.has(shape.image.hash)),
  )
  const held = new Set<PieceId>([...moments, ...ink, ...free].map(({ id }) => id))
  const holds = (end: End) => !('at' in end) || held.has(end.at)
  const connectors = shapes.filter(
    (shape) => shape.kind === 'connector' && !shape.removed && holds(shape.from) && holds(shape.to),
  )
  return { moments, ink, shapes: [...free, ...connectors] }
}
