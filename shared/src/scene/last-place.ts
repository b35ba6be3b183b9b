import { compareOrder } from '../board/order.ts'
import { DOT_STEP, isOnTimeline } from '../board/timeline.ts'
import type { Moment } from '../domain/moment.ts'
import type { PieceId } from '../domain/piece.ts'
import type { Rect } from './geometry.ts'
import type { SceneSource } from './scene-source.ts'

type Kept = Pick<SceneSource, 'moment' | 'moments' | 'shape'>

/**
 * Where something is thought of that is in the bin: everybody has the same answer, for it comes from the document alone.
 * What was tidy is a point of the line, between the dots where it would stand again.
 */
export function lastPlaceOf(id: PieceId, wall: Kept): Rect | undefined {
  const shape = wall.shape(id)
  if (shape) return shape.kind === 'connector' ? undefined : rectOf(shape.place)
  const moment = wall.moment(id)
  if (!moment) return undefined
  if (moment.place) return rectOf(moment.place)
  if (moment.kind === 'invisible') return undefined
  return { x: (dotsBefore(moment, wall.moments()) - 0.5) * DOT_STEP, y: 0, w: 0, h: 0 }
}

const rectOf = ([x, y, w, h]: readonly [number, number, number, number]): Rect => ({ x, y, w, h })

function dotsBefore(moment: Moment, moments: readonly Moment[]): number {
  let count = 0
  for (const each of moments) if (isOnTimeline(each) && compareOrder(each, moment) < 0) count++
  return count
}

/** The note that is to be seen for this one: itself, or the one on top of its stack. */
export function topOf(id: PieceId, { moment }: Pick<SceneSource, 'moment'>): PieceId {
  const seen = new Set<PieceId>()
  let top = id
  for (let on = moment(top)?.stackedOn; on && !seen.has(on); on = moment(top)?.stackedOn) {
    seen.add(top)
    top = on
  }
  return top
}
