/** How often somebody who knows nothing names the right one of seven. */
const CHANCE = 1 / 7

/** Three points above chance, or what so few guesses may be off by luck alone, whichever is more. */
export function chanceBound(guesses: number, deviations: number): number {
  return CHANCE + Math.max(0.03, deviations * Math.sqrt((CHANCE * (1 - CHANCE)) / guesses))
}
