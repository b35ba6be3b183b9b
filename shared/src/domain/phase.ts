/** The phases in order. One is current for everybody; `letter` is the step of the printed method. */
export const phases = {
  lobby: { label: 'Lobby', letter: null, minutes: 0 },
  post: { label: 'Post', letter: 'A', minutes: 15 },
  colour: { label: 'Colour', letter: 'B', minutes: 5 },
  choose: { label: 'Choose', letter: 'C', minutes: 5 },
  assess: { label: 'Assess', letter: 'D', minutes: 15 },
  ideas: { label: 'Ideas', letter: 'E', minutes: 25 },
  decide: { label: 'Decide', letter: 'E', minutes: 10 },
  plan: { label: 'Plan', letter: 'E', minutes: 15 },
} as const satisfies Record<string, PhaseFacts>

interface PhaseFacts {
  readonly label: string
  readonly letter: string | null
  /** The facilitator's usual allowance, in minutes. */
  readonly minutes: number
}

export type Phase = keyof typeof phases
export const phaseOrder = Object.keys(phases) as readonly Phase[]

/** Negative when `a` comes before `b`. */
export function comparePhases(a: Phase, b: Phase): number {
  return phaseOrder.indexOf(a) - phaseOrder.indexOf(b)
}

export function phaseAfter(phase: Phase): Phase | null {
  return phaseOrder[phaseOrder.indexOf(phase) + 1] ?? null
}

export function phaseBefore(phase: Phase): Phase | null {
  return phaseOrder[phaseOrder.indexOf(phase) - 1] ?? null
}
