import { usePeople } from '../model/use-store.ts'
import { assessWords } from '../words/assess.ts'
import { facilitatorName } from './people-facts.ts'

/** Whoever steers, by name, for sentences that begin with them. */
export function useSteerer(): string {
  const { people } = usePeople()
  return facilitatorName(people) || assessWords.somebody
}

const FEW = 3

/** Are we so few that people may guess who wrote what? The server knows who is here, also while nobody is told. */
export function useFew(): boolean {
  const { quiet } = usePeople()
  const size = useTeamSize()
  return quiet?.few ?? (size > 0 && size < FEW)
}

/** How many may grade, agree and write ideas: everybody here who doesn't only look on. */
export function useTeamSize(): number {
  const { people } = usePeople()
  return people.filter(({ online, role }) => online && role !== 'observer').length
}
