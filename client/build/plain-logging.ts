/*
 * Stands in for `lib0/logging`, by which Yjs remarks on how it is used: it would bring code for styles and pages with it,
 * and nobody reads there what it says.
 */

export const BOLD = ''
export const UNBOLD = ''
export const ORANGE = ''
export const RED = ''

export const warn = (): void => undefined
export const print = warn
