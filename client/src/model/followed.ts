import type { SeatId } from '@momentous/shared/domain/id'
import type { Rect } from '@momentous/shared/scene/geometry'

/** Somebody whose eyes this person looks through. */
export interface Followed {
  readonly seat: SeatId
  readonly name: string
  /** What they look at. */
  readonly view: Rect
}
