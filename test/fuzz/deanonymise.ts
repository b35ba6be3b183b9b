import { chanceBound } from '../support/chance.ts'
import { attackers, attempt, ideasRounds, kinds, type Heard } from '../support/ideas-rounds.ts'

export interface DeanonymiseReport {
  /** Who told authors from the others better than by lot, and by what. */
  readonly wrong: readonly string[]
  /** The best rate at which ideas were told right. */
  readonly best: number
  readonly guesses: number
}

/** Boards full of ideas, and three who listen; so many boards that luck alone stays below the bound. */
export async function deanonymiseRounds(seed: number, boards: number): Promise<DeanonymiseReport> {
  const heard: Heard[] = []
  for (let at = 0; at < boards; at++) heard.push(await ideasRounds(seed * 1_000 + at, 8))
  const wrong: string[] = []
  let [best, guesses] = [0, 0]
  for (const attacker of attackers) {
    for (const kind of kinds) {
      const { by, right, of } = attempt(heard, attacker, kind)
      if (kind === 'said') [best, guesses] = [Math.max(best, right / of), of]
      if (right / of >= chanceBound(of, 4)) wrong.push(`as ${attacker}, ${right} of ${of} ${kind}, by ${by}`)
    }
  }
  await Promise.all(heard.map(({ server }) => server.stop()))
  return { wrong, best, guesses }
}
