/** How much a change of pressure is worth beside a way: the share of a line's width that it makes out. */
const PRESSURE_WORTH = 0.6

/**
 * The points of a line that matter, the first and the last among them: the others lie nearer than `tolerance` to the
 * line between those that stay, in place and in pressure. `width` says how much the pressure shows.
 */
export function simplifyPoints(points: readonly number[], tolerance: number, width: number): number[] {
  const last = points.length / 3 - 1
  if (last < 2) return [...points]
  const kept = new Uint8Array(last + 1)
  kept[0] = 1
  kept[last] = 1
  const open: [number, number][] = [[0, last]]
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span
    const far = farthest(points, from, to, width * PRESSURE_WORTH)
    if (far.square <= tolerance * tolerance) continue
    kept[far.at] = 1
    open.push([from, far.at], [far.at, to])
  }
  return points.filter((_, index) => kept[Math.floor(index / 3)] === 1)
}

/** The point that the straight way between two others misses most. */
function farthest(points: readonly number[], from: number, to: number, worth: number): { at: number; square: number } {
  const read = (at: number): [number, number, number] => [
    points[at * 3] ?? 0,
    points[at * 3 + 1] ?? 0,
    (points[at * 3 + 2] ?? 0) * worth,
  ]
  const [ax, ay, ap] = read(from)
  const [bx, by, bp] = read(to)
  const [dx, dy, dp] = [bx - ax, by - ay, bp - ap]
  const length = dx * dx + dy * dy + dp * dp
  let found = { at: from, square: 0 }
  for (let at = from + 1; at < to; at++) {
    const [x, y, p] = read(at)
    const share = length === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy + (p - ap) * dp) / length
    const t = Math.min(1, Math.max(0, share))
    const square = (ax + t * dx - x) ** 2 + (ay + t * dy - y) ** 2 + (ap + t * dp - p) ** 2
    if (square > found.square) found = { at, square }
  }
  return found
}
