import type { MomentId } from './id.ts'

/** How a moment compares with the expectation. Screens show magical on top, as the dots lie. */
export const rankings = {
  magical: { label: 'Magical', meaning: 'exceeds the expectation', dot: 'above' },
  neutral: { label: 'Neutral', meaning: 'meets the expectation', dot: 'on' },
  miserable: { label: 'Miserable', meaning: 'falls short of the expectation', dot: 'below' },
} as const satisfies Record<string, { label: string; meaning: string; dot: 'above' | 'on' | 'below' }>
export type Ranking = keyof typeof rankings
export const rankingOrder = Object.keys(rankings) as readonly Ranking[]

/** Targets that the method allows: miserable to neutral or magical, neutral to magical, magical stays. */
export const legalTargets = {
  miserable: ['neutral', 'magical'],
  neutral: ['magical'],
  magical: ['magical'],
} as const satisfies Record<Ranking, readonly Ranking[]>

export const evidences = {
  guess: { label: 'Our guess' },
  told: { label: 'A customer told us' },
  measured: { label: 'Measured' },
} as const satisfies Record<string, { label: string }>
export type Evidence = keyof typeof evidences

export const ASSESSMENT_TEXT_MAX = 2000

/** What the team says of a moment: the words of the form. The record is made by the server, its texts are everybody's. */
export interface Assessment {
  readonly moment: MomentId
  readonly expectation: string
  readonly evidence: Evidence | null
  readonly description: string
  readonly issue: string
}

export type Spread = Readonly<Record<Ranking, number>>

/** The blind grading of one moment. Single grades never enter the document; the spread does, at the reveal. */
export type Grading =
  | { readonly state: 'open'; readonly round: number }
  | { readonly state: 'revealed'; readonly round: number; readonly spread: Spread }

/** What the server knows in the open about one moment's grade. */
export interface Grade {
  readonly moment: MomentId
  readonly grading: Grading | null
  readonly settled: Ranking | null
}
