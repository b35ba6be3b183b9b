import { phaseAfter, type Phase } from '@momentous/shared/domain/phase'
import { useMemo } from 'react'
import { lazyPart } from '../controls/lazy-part.ts'
import { useSession } from '../model/use-store.ts'

/** The screens that come later in a session; each is fetched when its phase is near. */
export const phaseParts = {
  colour: lazyPart(async () => (await import('./ColourScreen.tsx')).ColourScreen),
  choose: lazyPart(async () => (await import('./ChooseScreen.tsx')).ChooseScreen),
  assess: lazyPart(async () => (await import('./AssessScreen.tsx')).AssessScreen),
  ideas: lazyPart(async () => (await import('./IdeasScreen.tsx')).IdeasScreen),
  decide: lazyPart(async () => (await import('./DecideScreen.tsx')).DecideScreen),
  plan: lazyPart(async () => (await import('./PlanScreen.tsx')).PlanScreen),
}

const isLate = (phase: Phase | null): phase is keyof typeof phaseParts => phase !== null && phase in phaseParts

/** What the next phase will need. */
export function useListPartsAhead(): readonly { readonly fetch: () => void }[] {
  const phase = useSession((session) => session.phase)
  return useMemo(() => {
    const next = phaseAfter(phase)
    return isLate(next) ? [phaseParts[next]] : []
  }, [phase])
}
