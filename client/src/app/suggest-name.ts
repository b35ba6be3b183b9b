import { suggestedNames } from '../words/join.ts'

/** "Kind Heron": a name to begin with, for who would rather not give one. `random` is between 0 and 1. */
export function suggestName(random: () => number): string {
  const pick = (names: readonly string[]) => names[Math.floor(random() * names.length)] ?? ''
  return `${pick(suggestedNames.first)} ${pick(suggestedNames.second)}`
}
