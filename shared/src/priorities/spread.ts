import type { Ranking, Spread } from '../domain/assessment.ts'

/** Counts the blind grades of one moment: all that is ever told of them. */
export function spreadOf(grades: Iterable<Ranking>): Spread {
  const spread: Record<Ranking, number> = { magical: 0, neutral: 0, miserable: 0 }
  for (const grade of grades) spread[grade]++
  return spread
}

/** How many people graded. */
export function gradesIn(spread: Spread): number {
  return spread.magical + spread.neutral + spread.miserable
}
