import type { StrokeId } from '@momentous/shared/domain/id'
import type { Stroke } from '@momentous/shared/domain/stroke'
import { cutPieces, type Remains, type Rub } from '../model/cut-points.ts'
import { distanceToSegment, type Point } from '@momentous/shared/scene/geometry'
import type { Wall } from '../model/wall.ts'

/** What this person has erased of one stroke. */
export interface Erasure {
  readonly stroke: Stroke
  /** The eraser's way, where the stroke was drawn; null when the whole stroke went. */
  readonly rubs: readonly Rub[] | null
  /** What was left of it. */
  readonly pieces: readonly StrokeId[]
}

/** Erasures further back than these have reached everybody long ago. */
const MINDED_MAX = 50
/** Points are written in tenths of a unit. */
const NEAR = 0.3

const minded = new WeakMap<Wall, Erasure[]>()

/**
 * When two people erase the same stroke at once, each leaves pieces that hold what the other has taken. Whoever sees
 * the other's pieces arrive beside their own puts that right: one of the two gives up the own pieces and erases from the
 * others', so that only what both have left stays, and stays once.
 */
export function mindErasures(wall: Wall, erasures: readonly Erasure[]): void {
  const known = minded.get(wall)
  const all = known ?? []
  all.push(...erasures)
  all.splice(0, all.length - MINDED_MAX)
  if (known) return
  minded.set(wall, all)
  wall.subscribe((change) => {
    if (change.kind !== 'ink') return
    const twice = all.flatMap((erasure) => {
      const theirs = theirPieces(erasure, change.ids, wall)
      return theirs.length === 0 ? [] : [{ erasure, theirs }]
    })
    // What is being told of has to be told to everybody first.
    if (twice.length > 0) queueMicrotask(() => twice.forEach(({ erasure, theirs }) => settle(erasure, theirs, wall)))
  })
}

/** Pieces of the same stroke that somebody has left who didn't know of this erasure. */
function theirPieces(erasure: Erasure, ids: ReadonlySet<StrokeId>, wall: Wall): readonly StrokeId[] {
  const { stroke, pieces } = erasure
  if (wall.stroke(stroke.id)) return []
  const own = pieces.flatMap((id) => wall.stroke(id) ?? [])
  return [...ids].filter((id) => {
    const other = pieces.includes(id) ? undefined : wall.stroke(id)
    if (!other || !isPieceOf(other, stroke)) return false
    // A piece of one of these pieces is no other's work on the whole stroke.
    return isRubbed(other.points, erasure) || own.some((piece) => isPieceOf(other, piece))
  })
}

function settle(erasure: Erasure, theirs: readonly StrokeId[], wall: Wall): void {
  const own = erasure.pieces.flatMap((id) => wall.stroke(id) ?? [])
  const others = theirs.flatMap((id) => wall.stroke(id) ?? [])
  if (others.length === 0 || first(own) < first(others)) return
  wall.together(() => {
    const gone = [...own, ...others].map(({ id }) => id)
    if (!wall.act('erase-strokes', { ids: gone }).allowed) return
    for (const { id: _, points, moved, ...stroke } of others) {
      for (const left of rubbed([points], erasure)) {
        const [x, y] = moved
        wall.act('draw-stroke', { ...stroke, id: wall.newId<StrokeId>(), points: [...left], moved: [x, y] })
      }
    }
  })
}

/** Nothing comes after everything: whoever left no piece gives way. */
const first = (strokes: readonly Stroke[]): string => strokes.map(({ id }) => id).toSorted()[0] ?? '~'

function rubbed(pieces: Remains, { rubs }: Erasure): Remains {
  return rubs === null ? [] : rubs.reduce<Remains>(cutPieces, pieces)
}

/** Ends that lie just where the eraser was are no trace of it. */
function isRubbed(points: readonly number[], { rubs }: Erasure): boolean {
  if (rubs === null) return true
  const pieces = [points]
  return rubs.some((rub) => cutPieces(pieces, { ...rub, reach: Math.max(0, rub.reach - 1) }) !== pieces)
}

/** Does all of it lie on the other line? */
function isPieceOf(piece: Stroke, { pen, width, moved, points }: Stroke): boolean {
  const like = piece.pen === pen && piece.width === width && piece.moved.join() === moved.join()
  const line = pointsOf(points)
  return like && pointsOf(piece.points).every((point) => isOn(point, line))
}

function isOn(point: Point, line: readonly Point[]): boolean {
  return line.some((to, at) => distanceToSegment(point, line[at - 1] ?? to, to) <= NEAR)
}

function pointsOf(points: readonly number[]): Point[] {
  return Array.from({ length: points.length / 3 }, (_, at) => ({ x: points[at * 3] ?? 0, y: points[at * 3 + 1] ?? 0 }))
}
