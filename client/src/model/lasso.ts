import { around, centre, contains, type Point, type Rect } from '@momentous/shared/scene/geometry'
import type { ScenePiece } from '@momentous/shared/scene/scene'

/** Does the point lie in what the line surrounds, from its end straight to its start? */
export function surrounds(line: readonly Point[], { x, y }: Point): boolean {
  let inside = false
  let before = line.at(-1)
  for (const point of line) {
    if (before && point.y > y !== before.y > y) {
      const crossing = before.x + ((y - before.y) / (point.y - before.y)) * (point.x - before.x)
      if (x < crossing) inside = !inside
    }
    before = point
  }
  return inside
}

const cornersOf = ({ x, y, w, h }: Rect): Point[] => [
  { x, y },
  { x: x + w, y },
  { x: x + w, y: y + h },
  { x, y: y + h },
]

/** What the line runs over or surrounds; an area only as a whole, and ink where it was drawn. */
export function lassoTakes(line: readonly Point[], piece: ScenePiece): boolean {
  if (piece.kind === 'area') return cornersOf(piece.rect).every((corner) => surrounds(line, corner))
  if (piece.kind === 'stroke') {
    const { points, moved } = piece.stroke
    return points.some(
      (x, i) => i % 3 === 0 && surrounds(line, { x: x + moved[0], y: (points[i + 1] ?? 0) + moved[1] }),
    )
  }
  return surrounds(line, centre(piece.rect)) || line.some((point) => contains(piece.rect, point))
}

/** Where to look for what it takes. */
export function lassoBounds(line: readonly Point[]): Rect {
  return around(line.map((point) => ({ ...point, w: 0, h: 0 }))) ?? { x: 0, y: 0, w: 0, h: 0 }
}
