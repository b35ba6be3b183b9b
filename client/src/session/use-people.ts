import type { Person } from '@momentous/shared/domain/person'
import { useActor, useMine, usePeople, useSession } from '../model/use-store.ts'
import { personOf, readiness, type Readiness } from './people-facts.ts'

/** This person's own row; undefined until the server has sent the list. */
export function useMe(): Person | undefined {
  const { seat } = useActor()
  return personOf(usePeople().people, seat)
}

export function useReadiness(): Readiness {
  const phase = useSession((session) => session.phase)
  const { people, quiet } = usePeople()
  return readiness(people, phase, quiet?.ready)
}

/** Has this person said so? The list of people doesn't always tell. */
export function useOwnReady(): boolean {
  const { quiet } = usePeople()
  const me = useMe()
  const mine = useMine()
  return (quiet === undefined ? me?.ready : mine.ready) ?? false
}
