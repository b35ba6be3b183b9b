/** How the line and what hangs on it are drawn at full size. */
export const TIMELINE = {
  line: 1.5,
  /** Radius of a numbered dot, and the size of its number. */
  dot: 11,
  number: 11.5,
  dash: [4, 4],
  dividerDash: [1.5, 5],
} as const

/** The line above the lane and its words, from the top of the lane's notes. */
export const BEHIND_LINE = -45
export const BEHIND_WORDS = -25
