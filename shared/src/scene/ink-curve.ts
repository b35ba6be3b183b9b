/** A piece of a line between two of its points: a cubic Bézier curve, and the pressure at its ends. */
export interface Bend {
  readonly from: readonly [x: number, y: number, pressure: number]
  readonly out: readonly [x: number, y: number]
  readonly back: readonly [x: number, y: number]
  readonly to: readonly [x: number, y: number, pressure: number]
  readonly length: number
  /** How far it leaves the straight way. */
  readonly bulge: number
}

/** No bend leaves the straight way between its points further than this, in board units: a corner stays a corner. */
export const BULGE_MAX = 0.75
/** Flatter than this, a bend is straight. */
const FLAT = 0.05
/** How far a cubic with the slopes of its ends leaves its chord, at most. */
const CUBIC = 4 / 27

/** The smooth line through the points from `first` to `last`, as those beside them bend it. */
export function bendsOf(points: readonly number[], first = 0, last = points.length / 3 - 1): Bend[] {
  const bends: Bend[] = []
  for (let at = Math.max(0, first); at < last; at++) bends.push(bendAt(points, at))
  return bends
}

function bendAt(points: readonly number[], at: number): Bend {
  const x = (index: number) => points[index * 3] ?? 0
  const y = (index: number) => points[index * 3 + 1] ?? 0
  const pressure = (index: number) => points[index * 3 + 2] ?? 0.5
  const end = points.length / 3 - 1
  const [dx, dy] = [x(at + 1) - x(at), y(at + 1) - y(at)]
  const length = Math.hypot(dx, dy)
  const from = [x(at), y(at), pressure(at)] as const
  const to = [x(at + 1), y(at + 1), pressure(at + 1)] as const
  if (length === 0) return { from, out: [from[0], from[1]], back: [to[0], to[1]], to, length, bulge: 0 }
  /** How the direction at a point leans off this chord, for each unit of the chord's length. */
  const lean = (index: number) => {
    if (index === 0 || index === end) return 0
    const [ax, ay] = [x(index) - x(index - 1), y(index) - y(index - 1)]
    const [bx, by] = [x(index + 1) - x(index), y(index + 1) - y(index)]
    const [a, b] = [Math.hypot(ax, ay) || 1, Math.hypot(bx, by) || 1]
    // The nearer neighbour says more of where the line is going.
    const [tx, ty] = [(ax / a) * b + (bx / b) * a, (ay / a) * b + (by / b) * a]
    return Math.min(1, Math.max(-1, (dx * ty - dy * tx) / (length * (Math.hypot(tx, ty) || 1))))
  }
  const [leanOut, leanBack] = [lean(at), lean(at + 1)]
  const wish = CUBIC * length * (Math.abs(leanOut) + Math.abs(leanBack))
  const tamed = wish > BULGE_MAX ? BULGE_MAX / wish : 1
  const side = (lean: number) => (lean * tamed) / 3
  const [o, b] = [side(leanOut), side(leanBack)]
  return {
    from,
    out: [from[0] + dx / 3 - dy * o, from[1] + dy / 3 + dx * o],
    back: [to[0] - dx / 3 + dy * b, to[1] - dy / 3 - dx * b],
    to,
    length,
    bulge: wish * tamed,
  }
}

/** So close together that the outline follows every turn: x, y, pressure, the first point included. */
export function densePoints(bends: readonly Bend[], step: number): number[] {
  const [first] = bends
  if (!first) return []
  const dense: number[] = [...first.from]
  for (const bend of bends) {
    if (bend.length === 0) continue
    for (const t of sharesOf(bend, step)) pushAt(dense, bend, t)
  }
  return dense
}

/** However long a bend is, it leaves the straight way by so little that more points show nothing. */
const POINTS_MOST = 200

/** Along a straight piece only its ends matter. */
function sharesOf({ length, bulge }: Bend, step: number): number[] {
  const count = Math.min(POINTS_MOST, Math.ceil(length / step))
  if (count > 3 && bulge < FLAT) return [step / length, 0.5, 1 - step / length, 1]
  return Array.from({ length: count }, (_, index) => (index + 1) / count)
}

function pushAt(into: number[], { from, out, back, to }: Bend, t: number): void {
  const s = 1 - t
  const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
  into.push(
    a * from[0] + b * out[0] + c * back[0] + d * to[0],
    a * from[1] + b * out[1] + c * back[1] + d * to[1],
    s * from[2] + t * to[2],
  )
}
