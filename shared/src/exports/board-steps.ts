/** Brings the board of a file from one version to the next. It may find anything: what doesn't fit is refused afterwards. */
export type BoardStep = (board: unknown) => unknown

/**
 * From the first version on, one step a version, each in a file of its own: the first lifts version 1 to 2. There has
 * been one version so far; what that one lacks reads as its fallback.
 */
export const boardSteps: readonly BoardStep[] = []
