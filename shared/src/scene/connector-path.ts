import { around, centre, distanceToSegment, onTheWay, type Point, type Rect } from './geometry.ts'

/** The line of a connector: a cubic curve, or a straight one, from border to border. */
export interface ConnectorPath {
  readonly start: Point
  readonly leaving: Point
  readonly arriving: Point
  readonly end: Point
}

/** Between a piece's border and the line. */
const GAP = 4
/** Sides that face each other over less than this are joined by a curve from middle to middle. */
const FACING = 12
/** A curve leaves its piece straight for this long at least. */
const BEND = 24
const PIECES = 20

const isPoint = ({ w, h }: Rect) => w === 0 && h === 0
const gapOf = (rect: Rect) => (isPoint(rect) ? 0 : GAP)

function straight(start: Point, end: Point): ConnectorPath {
  return { start, leaving: onTheWay(start, end, 1 / 3), arriving: onTheWay(start, end, 2 / 3), end }
}

const turned = ({ x, y, w, h }: Rect): Rect => ({ x: y, y: x, w: h, h: w })
const turnedPoint = ({ x, y }: Point): Point => ({ x: y, y: x })

/** From side to side of two rectangles that lie beside each other. */
function sideways(from: Rect, to: Rect): ConnectorPath {
  const right = centre(to).x >= centre(from).x
  const startX = right ? from.x + from.w + gapOf(from) : from.x - gapOf(from)
  const endX = right ? to.x - gapOf(to) : to.x + to.w + gapOf(to)
  const top = Math.max(from.y, to.y)
  const bottom = Math.min(from.y + from.h, to.y + to.h)
  const facing = isPoint(from) || isPoint(to) ? 0 : FACING
  if (bottom - top >= facing) {
    const y = (top + bottom) / 2
    return straight({ x: startX, y }, { x: endX, y })
  }
  const start = { x: startX, y: centre(from).y }
  const end = { x: endX, y: centre(to).y }
  const bend = (right ? 1 : -1) * Math.max(BEND, Math.abs(endX - startX) / 2)
  return { start, leaving: { x: startX + bend, y: start.y }, arriving: { x: endX - bend, y: end.y }, end }
}

/** The calmest line between two pieces or points: straight where they face each other, else gently curved. */
export function connectorPath(from: Rect, to: Rect): ConnectorPath {
  if (isPoint(from) && isPoint(to)) return straight(from, to)
  const across = Math.max(to.x - (from.x + from.w), from.x - (to.x + to.w))
  const down = Math.max(to.y - (from.y + from.h), from.y - (to.y + to.h))
  if (across < 0 && down < 0) return straight(centre(from), centre(to))
  if (across >= down) return sideways(from, to)
  const { start, leaving, arriving, end } = sideways(turned(from), turned(to))
  return {
    start: turnedPoint(start),
    leaving: turnedPoint(leaving),
    arriving: turnedPoint(arriving),
    end: turnedPoint(end),
  }
}

export function pointOn({ start, leaving, arriving, end }: ConnectorPath, share: number): Point {
  const rest = 1 - share
  const [a, b, c, d] = [rest ** 3, 3 * rest ** 2 * share, 3 * rest * share ** 2, share ** 3]
  return {
    x: a * start.x + b * leaving.x + c * arriving.x + d * end.x,
    y: a * start.y + b * leaving.y + c * arriving.y + d * end.y,
  }
}

const pointsOn = (path: ConnectorPath) =>
  Array.from({ length: PIECES + 1 }, (_, index) => pointOn(path, index / PIECES))

/** Around the line; a cubic curve stays within its four points. */
export function boundsOfPath({ start, leaving, arriving, end }: ConnectorPath): Rect {
  const spot = ({ x, y }: Point): Rect => ({ x, y, w: 0, h: 0 })
  return around([start, leaving, arriving, end].map(spot)) ?? spot(start)
}

export function isNearPath(path: ConnectorPath, point: Point, reach: number): boolean {
  const points = pointsOn(path)
  return points.slice(1).some((to, index) => distanceToSegment(point, points[index] ?? to, to) <= reach)
}

export function movedPath({ start, leaving, arriving, end }: ConnectorPath, dx: number, dy: number): ConnectorPath {
  const moved = ({ x, y }: Point): Point => ({ x: x + dx, y: y + dy })
  return { start: moved(start), leaving: moved(leaving), arriving: moved(arriving), end: moved(end) }
}
