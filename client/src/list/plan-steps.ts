import { planStepWords } from '../words/list.ts'

/** What a phone asks about an action, one after the other. */
export const planSteps = ['what', 'first', 'who', 'when', 'target', 'agree', 'ladder'] as const
export type PlanStep = (typeof planSteps)[number]

export function stepAfter(step: PlanStep): PlanStep | null {
  return planSteps[planSteps.indexOf(step) + 1] ?? null
}

export function stepBefore(step: PlanStep): PlanStep | null {
  return planSteps[planSteps.indexOf(step) - 1] ?? null
}

export function questionOf(step: PlanStep): string {
  return planStepWords[step]
}
