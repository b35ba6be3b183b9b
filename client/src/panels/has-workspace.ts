import type { Phase } from '@momentous/shared/domain/phase'

/** The phases that go through the shortlist, one priority at a time, where the wall steps back: Assess to Plan. */
export function hasWorkspace(phase: Phase): phase is 'assess' | 'ideas' | 'decide' | 'plan' {
  return phase === 'assess' || phase === 'ideas' || phase === 'decide' || phase === 'plan'
}
