/** A line on which edges or middles lie, or the width of a gap that is there twice: upright ones have an x. */
export interface Guide {
  readonly upright: boolean
  readonly at: number
  readonly from: number
  readonly to: number
  readonly gap?: true
}
