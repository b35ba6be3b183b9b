import { usePeople } from '../model/use-store.ts'
import { assessWords } from '../words/assess.ts'
import { facilitatorName } from './people-facts.ts'

/** Whoever steers, by name, for sentences that begin with them. */
export function useSteerer(): string {
  const { people } = usePeople()
  return facilitatorName(people) || assessWords.somebody
}

/** How many may grade, agree and write ideas: everybody here who doesn't only look on. */
export function useTeamSize(): number {
  const { people } = usePeople()
  return people.filter(({ online, role }) => online && role !== 'observer').length
}
