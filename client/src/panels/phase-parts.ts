import { lazyPart } from '../controls/lazy-part.ts'

/** The phases that have a panel instead of the wall; each is fetched when its phase is near. */
export const phaseParts = {
  assess: lazyPart(async () => (await import('./AssessPanel.tsx')).AssessPanel),
  ideas: lazyPart(async () => (await import('./IdeasPanel.tsx')).IdeasPanel),
  decide: lazyPart(async () => (await import('./DecidePanel.tsx')).DecidePanel),
  plan: lazyPart(async () => (await import('./PlanPanel.tsx')).PlanPanel),
}
