import type { Person } from '@momentous/shared/domain/person'
import { useActor, usePeople, useSession } from '../model/use-store.ts'
import { personOf, readiness, type Readiness } from './people-facts.ts'

/** This person's own row; undefined until the server has sent the list. */
export function useMe(): Person | undefined {
  const { seat } = useActor()
  return personOf(usePeople().people, seat)
}

export function useReadiness(): Readiness {
  const phase = useSession((session) => session.phase)
  return readiness(usePeople().people, phase)
}
