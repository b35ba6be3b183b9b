import { evenGuides, nearestEven, type Reading } from './gaps.ts'
import type { Guide } from './guide.ts'
import type { Point, Rect } from '@momentous/shared/scene/geometry'

export interface Snap {
  /** How far the rectangle goes to lie in line with others. */
  readonly by: Point
  readonly guides: readonly Guide[]
}

/** Which lines of the rectangle look for others: its first edge, its middle, its last edge. */
export interface Pulled {
  readonly x: readonly Line[]
  readonly y: readonly Line[]
}
type Line = 0 | 0.5 | 1

export const wholeRect: Pulled = { x: [0, 0.5, 1], y: [0, 0.5, 1] }
const lines: readonly Line[] = [0, 0.5, 1]
/** What is this near lies on the line, whatever the last digit says. */
const SAME = 0.01

interface Span {
  readonly from: number
  readonly size: number
}
const spanX = ({ x, w }: Rect): Span => ({ from: x, size: w })
const spanY = ({ y, h }: Rect): Span => ({ from: y, size: h })
const lineOf = ({ from, size }: Span, line: Line) => from + size * line

/** Edges go with edges, and middles with middles. */
const goWith = (line: Line) => lines.filter((other) => (other === 0.5) === (line === 0.5))

/** How far to the nearest line of the others; null when none is within reach. */
function nearest(moving: Span, pulled: readonly Line[], others: readonly Span[], reach: number): number | null {
  let best: number | null = null
  for (const line of pulled) {
    for (const span of others) {
      for (const other of goWith(line)) {
        const by = lineOf(span, other) - lineOf(moving, line)
        if (Math.abs(by) <= Math.min(reach, Math.abs(best ?? Infinity))) best = by
      }
    }
  }
  return best
}

/** Where the rectangle lies in line with others now: one guide a line, as long as all that lie on it. */
function guidesFor(moving: Rect, pulled: readonly Line[], others: readonly Rect[], upright: boolean): Guide[] {
  const [along, across] = upright ? [spanX, spanY] : [spanY, spanX]
  return pulled.flatMap((line) => {
    const at = lineOf(along(moving), line)
    const on = others.filter((rect) => goWith(line).some((each) => Math.abs(lineOf(along(rect), each) - at) < SAME))
    if (on.length === 0) return []
    const ends = [moving, ...on].map(across)
    const from = Math.min(...ends.map((span) => span.from))
    return [{ upright, at, from, to: Math.max(...ends.map((span) => span.from + span.size)) }]
  })
}

/** Puts a rectangle in line with others that are no further than `reach`; moved whole, also to where gaps are the same. */
export function snap(moving: Rect, pulled: Pulled, others: readonly Rect[], reach: number): Snap {
  const whole = pulled === wholeRect
  const even = (reading: Reading) => (whole ? nearestEven(moving, others, reading, reach) : null)
  const x = nearest(spanX(moving), pulled.x, others.map(spanX), reach) ?? even('across')
  const y = nearest(spanY(moving), pulled.y, others.map(spanY), reach) ?? even('down')
  const there = { ...moving, x: moving.x + (x ?? 0), y: moving.y + (y ?? 0) }
  return {
    by: { x: x ?? 0, y: y ?? 0 },
    guides: [
      ...(x === null ? [] : guidesFor(there, pulled.x, others, true)),
      ...(y === null ? [] : guidesFor(there, pulled.y, others, false)),
      ...(x === null || !whole ? [] : evenGuides(there, others, 'across')),
      ...(y === null || !whole ? [] : evenGuides(there, others, 'down')),
    ],
  }
}
