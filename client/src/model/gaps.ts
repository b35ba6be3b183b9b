import type { Rect } from '@momentous/shared/scene/geometry'
import type { Guide } from './guide.ts'

/** What is this near is the same gap, whatever the last digit says. */
const SAME = 0.01

interface Span {
  readonly from: number
  readonly to: number
}
interface Part {
  readonly along: Span
  readonly across: Span
}

/** Gaps from left to right are read along x, those from top to bottom along y. */
export type Reading = 'across' | 'down'

function partOf({ x, y, w, h }: Rect, reading: Reading): Part {
  const [level, upright] = [
    { from: x, to: x + w },
    { from: y, to: y + h },
  ]
  return reading === 'across' ? { along: level, across: upright } : { along: upright, across: level }
}

const between = (before: Part, after: Part) => after.along.from - before.along.to
const overlaps = (a: Span, b: Span) => a.from < b.to && b.from < a.to
const middle = ({ from, to }: Span) => (from + to) / 2

/** The next part in the row, before or after this one. */
function nextTo(part: Part, row: readonly Part[], way: 'before' | 'after'): Part | undefined {
  const at = middle(part.along)
  const before = row.filter(({ along }) => along.to <= at && middle(along) < at)
  const after = row.filter(({ along }) => along.from >= at && middle(along) > at)
  return way === 'before'
    ? before.toSorted((a, b) => b.along.to - a.along.to)[0]
    : after.toSorted((a, b) => a.along.from - b.along.from)[0]
}

/** A place for the moving part at which gaps are the same; `gaps` are those, from part to part. */
interface Even {
  readonly by: number
  gaps(there: Part): readonly (readonly [Part, Part])[]
}

function evenPlaces(moving: Part, row: readonly Part[]): readonly Even[] {
  const before = nextTo(moving, row, 'before')
  const after = nextTo(moving, row, 'after')
  const first = before && nextTo(before, row, 'before')
  const last = after && nextTo(after, row, 'after')
  const places: Even[] = []
  if (before && after && between(before, after) > moving.along.to - moving.along.from) {
    const by = (between(moving, after) - between(before, moving)) / 2
    places.push({
      by,
      gaps: (there) => [
        [before, there],
        [there, after],
      ],
    })
  }
  if (before && first && between(first, before) > 0) {
    const by = between(first, before) - between(before, moving)
    places.push({
      by,
      gaps: (there) => [
        [first, before],
        [before, there],
      ],
    })
  }
  if (after && last && between(after, last) > 0) {
    const by = between(moving, after) - between(after, last)
    places.push({
      by,
      gaps: (there) => [
        [there, after],
        [after, last],
      ],
    })
  }
  return places
}

const rowOf = (moving: Part, others: readonly Rect[], reading: Reading) =>
  others.map((rect) => partOf(rect, reading)).filter(({ across }) => overlaps(across, moving.across))

/** How far to the nearest place with the same gap to both sides, or with the gap that its neighbours have; null when none is near. */
export function nearestEven(moving: Rect, others: readonly Rect[], reading: Reading, reach: number): number | null {
  const part = partOf(moving, reading)
  const near = evenPlaces(part, rowOf(part, others, reading)).filter(({ by }) => Math.abs(by) <= reach)
  return near.toSorted((a, b) => Math.abs(a.by) - Math.abs(b.by))[0]?.by ?? null
}

/** The gaps that are the same now: one guide each, from border to border. */
export function evenGuides(moving: Rect, others: readonly Rect[], reading: Reading): readonly Guide[] {
  const part = partOf(moving, reading)
  const now = evenPlaces(part, rowOf(part, others, reading)).filter(({ by }) => Math.abs(by) < SAME)
  const pairs = now.flatMap(({ gaps }) => gaps(part))
  return pairs.map(([one, next]) => {
    const across = { from: Math.max(one.across.from, next.across.from), to: Math.min(one.across.to, next.across.to) }
    return { upright: reading === 'down', at: middle(across), from: one.along.to, to: next.along.from, gap: true }
  })
}
