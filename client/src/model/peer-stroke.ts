import type { LiveStroke } from './wall.ts'

/** A longer line of somebody else is shown without its beginning until it is finished: its outline is made anew each time. */
const SHOWN_MAX = 2000
/** So far back the told end can begin. */
const BACK = 250
/** Further apart, in board units, they are not the same line. */
const NEAR = 40

const count = ({ points }: LiveStroke): number => points.length / 3

function distanceTo({ points }: LiveStroke, at: number, x: number, y: number): number {
  return Math.hypot((points[at * 3] ?? 0) - x, (points[at * 3 + 1] ?? 0) - y)
}

/** Where in the line the told end begins: at the same point, else at the nearest; null when it is another line. */
function overlap(line: LiveStroke, { points: [x = 0, y = 0] }: LiveStroke): number | null {
  const all = count(line)
  let nearest = { at: -1, far: NEAR }
  for (let at = all - 1; at >= Math.max(0, all - BACK); at--) {
    const far = distanceTo(line, at, x, y)
    if (far === 0) return at
    if (far < nearest.far) nearest = { at, far }
  }
  return nearest.at < 0 ? null : nearest.at
}

/** Of a long line only the end is told: what came before it was told before. */
export function grownStroke(former: LiveStroke | null, told: LiveStroke | null): LiveStroke | null {
  if (told === null || former === null || told.points.length === 0 || former.points.length === 0) return told
  if (former.pen !== told.pen || former.width !== told.width) return told
  const whole = distanceTo(former, 0, told.points[0] ?? 0, told.points[1] ?? 0) === 0
  const at = whole ? null : overlap(former, told)
  if (at === null) return told
  return { ...told, points: [...former.points.slice(0, at * 3), ...told.points].slice(-SHOWN_MAX * 3) }
}
