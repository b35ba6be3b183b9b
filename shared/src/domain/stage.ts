import type { StageId } from './id.ts'

export const STAGE_TITLE_MAX = 80

/** A stage of the timeline: "Before the visit", "At the desk" ... It begins at its divider and ends at the next one. */
export interface Stage {
  readonly id: StageId
  readonly title: string
  /** In the moments' own order: the divider stands before the first moment that comes after it. */
  readonly order: string
  /** In the bin. */
  readonly removed: boolean
}
