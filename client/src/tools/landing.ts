import { DOT_STEP, NOTE_HEIGHT, STEM } from '@momentous/shared/board/timeline'
import type { MomentId } from '@momentous/shared/domain/id'
import type { Point } from '@momentous/shared/scene/geometry'
import type { Scene } from '@momentous/shared/scene/scene'

/** A note whose middle is nearer to the line than this would lie on one of the two rows of tidy notes. */
const ROWS = STEM + NOTE_HEIGHT + NOTE_HEIGHT / 2

/** True when a note with its middle there belongs to the timeline again, and to no place of its own. */
export function landsOnTimeline(middle: Point): boolean {
  return Math.abs(middle.y) <= ROWS
}

export interface Landing {
  /** The number that the first of them gets. */
  readonly number: number
  /** The moment before it; null at the start. */
  readonly after: MomentId | null
}

/** Where a note with its middle there would go in the order, if `moving` were not in it. */
export function landingOf(middle: Point, moving: ReadonlySet<MomentId>, scene: Scene): Landing {
  const others = scene
    .order()
    .slice(0, scene.onTimeline())
    .filter((id) => !moving.has(id))
  const index = Math.min(others.length, Math.max(0, Math.round(middle.x / DOT_STEP)))
  return { number: index + 1, after: others[index - 1] ?? null }
}
