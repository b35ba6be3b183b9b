import type { Point } from '@momentous/shared/scene/geometry'

/** What is left of a line: pieces of it, each x, y, pressure, x, y, pressure ... */
export type Remains = readonly (readonly number[])[]

/** The way of a round eraser between two moments. */
export interface Rub {
  readonly from: Point
  readonly to: Point
  readonly reach: number
}

/** What the eraser leaves of these pieces; pieces that it didn't touch stay the same lists. */
export function cutPieces(pieces: Remains, rub: Rub): Remains {
  const cut = pieces.flatMap((points) => cutPoints(points, rub) ?? [points])
  return cut.length === pieces.length && cut.every((each, at) => each === pieces[at]) ? pieces : cut
}

const round = (value: number, parts: number) => Math.round(value * parts) / parts

/** Is some of the line near enough to be looked at closely? Most of a long line isn't. */
function isNear(ax: number, ay: number, bx: number, by: number, { from, to, reach }: Rub): boolean {
  const left = Math.min(from.x, to.x) - reach
  const right = Math.max(from.x, to.x) + reach
  const top = Math.min(from.y, to.y) - reach
  const bottom = Math.max(from.y, to.y) + reach
  return Math.max(ax, bx) >= left && Math.min(ax, bx) <= right && Math.max(ay, by) >= top && Math.min(ay, by) <= bottom
}

function comesNear(points: readonly number[], rub: Rub): boolean {
  for (let at = 0; at + 1 < points.length; at += 3) {
    const [x, y] = [points[at] ?? 0, points[at + 1] ?? 0]
    if (isNear(x, y, points[at + 3] ?? x, points[at + 4] ?? y, rub)) return true
  }
  return false
}

/** Null where nothing was touched. */
function cutPoints(points: readonly number[], rub: Rub): number[][] | null {
  if (!comesNear(points, rub)) return null
  const left: number[][] = []
  let piece: number[] = []
  let touched = false
  const close = () => {
    if (!isCrumb(piece, rub.reach)) left.push(piece)
    piece = []
  }
  const point = (at: number) => [points[at * 3] ?? 0, points[at * 3 + 1] ?? 0, points[at * 3 + 2] ?? 0] as const
  const count = Math.floor(points.length / 3)
  for (let at = 0; at < Math.max(1, count - 1); at++) {
    const [ax, ay, ap] = point(at)
    const [bx, by, bp] = count === 1 ? [ax, ay, ap] : point(at + 1)
    const between = (t: number) => [
      round(ax + (bx - ax) * t, 10),
      round(ay + (by - ay) * t, 10),
      round(ap + (bp - ap) * t, 100),
    ]
    const gone = isNear(ax, ay, bx, by, rub) ? rubbedShare({ x: ax, y: ay }, { x: bx, y: by }, rub) : null
    if (!gone) {
      if (piece.length === 0) piece.push(ax, ay, ap)
      if (count > 1) piece.push(bx, by, bp)
      continue
    }
    touched = true
    const [start, end] = gone
    if (start > 0) {
      if (piece.length === 0) piece.push(ax, ay, ap)
      piece.push(...between(start))
    }
    close()
    if (end < 1) piece.push(...between(end), bx, by, bp)
  }
  close()
  return touched ? left : null
}

/** Too short to be of use to anybody. */
function isCrumb(piece: readonly number[], reach: number): boolean {
  if (piece.length === 0) return true
  let length = 0
  for (let at = 3; at + 1 < piece.length; at += 3) {
    length += Math.hypot((piece[at] ?? 0) - (piece[at - 3] ?? 0), (piece[at + 1] ?? 0) - (piece[at - 2] ?? 0))
  }
  return piece.length > 3 && length < reach / 4
}

type Share = readonly [start: number, end: number]

/** Between which shares of the way from `a` to `b` the eraser was. The way of a round eraser is convex: it is one span. */
function rubbedShare(a: Point, b: Point, { from, to, reach }: Rub): Share | null {
  const spans = [inCircle(a, b, from, reach), inCircle(a, b, to, reach), inBand(a, b, from, to, reach)].filter(
    (span) => span !== null,
  )
  if (spans.length === 0) return null
  const start = Math.max(0, Math.min(...spans.map(([each]) => each)))
  const end = Math.min(1, Math.max(...spans.map(([, each]) => each)))
  return start <= end ? [start, end] : null
}

function inCircle(a: Point, b: Point, middle: Point, reach: number): Share | null {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const [mx, my] = [a.x - middle.x, a.y - middle.y]
  const square = dx * dx + dy * dy
  const outside = mx * mx + my * my - reach * reach
  if (square === 0) return outside <= 0 ? [0, 1] : null
  const half = (mx * dx + my * dy) / square
  const root = half * half - outside / square
  return root < 0 ? null : onWay(-half - Math.sqrt(root), -half + Math.sqrt(root))
}

/** The rectangle between the eraser's first and last circle. */
function inBand(a: Point, b: Point, from: Point, to: Point, reach: number): Share | null {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  if (length === 0) return null
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length]
  const along = (p: Point) => (p.x - from.x) * ux + (p.y - from.y) * uy
  const across = (p: Point) => (p.y - from.y) * ux - (p.x - from.x) * uy
  const one = within(along(a), along(b), 0, length)
  const other = within(across(a), across(b), -reach, reach)
  return one && other && onWay(Math.max(one[0], other[0]), Math.min(one[1], other[1]))
}

/** Where on the way from `start` to `end` the value is between two bounds. */
function within(start: number, end: number, low: number, high: number): Share | null {
  if (start === end) return start >= low && start <= high ? [0, 1] : null
  const [one, other] = [(low - start) / (end - start), (high - start) / (end - start)]
  return [Math.min(one, other), Math.max(one, other)]
}

const onWay = (start: number, end: number): Share | null => (start > end || end < 0 || start > 1 ? null : [start, end])
