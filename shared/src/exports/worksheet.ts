import type { Logo } from './logo.ts'

/** A text stays text whatever it begins with; a day is written as 2026-12-04. */
export type Cell = string | number | { readonly day: string }

export interface Column {
  /** In characters of the standard font. */
  readonly width: number
  readonly hidden?: boolean
}

/** Words that cells of one column are chosen from. Their rows count from 0, below the heading. */
export interface Choices {
  readonly column: number
  readonly rows: readonly number[]
  readonly words: readonly string[]
  /** Said when somebody types another word. */
  readonly refusal: string
}

export interface Worksheet {
  /** Letters and blanks. */
  readonly name: string
  readonly columns: readonly Column[]
  /** Stays in sight, is printed on every page, and sorts and filters; null for a sheet of pairs. */
  readonly heading: readonly string[] | null
  readonly rows: readonly (readonly Cell[])[]
  readonly choices: readonly Choices[]
  /** Lies below the last row. */
  readonly picture?: Logo | null
  /** How many lines a row has room for at least, for what is written by hand. */
  readonly leastLines?: number
  /** How many columns stay in sight when the others roll by. */
  readonly frozen: number
  /** Sheets of paper beside each other; what is frozen stands on each. */
  readonly pagesAcross: number
  /** Printed above every page: what it is, and at the left whose. */
  readonly above: string
  readonly whose: string
  /** Printed under every page, beside its number. */
  readonly under: string
}
