import type { Phase } from '../domain/phase.ts'
import type { RuleId } from './rule-id.ts'

/** Who may: facilitator only, participants too, or nobody; some only while a condition holds. */
export type Cell =
  | 'F'
  | 'P'
  | '-'
  | 'F adds'
  | 'F after close'
  | 'P until close'
  | 'P until reveal'
  | 'F after reveal'
  | 'P unless grading'
  | 'P on what is graded'

export interface Row {
  readonly rule: RuleId
  readonly channel: 'direct' | 'governed'
  /** What the sentence of a refusal calls it. */
  readonly what: string
  readonly cells: Readonly<Record<Phase, Cell>>
}

function row(channel: Row['channel'], rule: RuleId, what: string, cells: readonly Cell[]): Row {
  const [lobby = '-', post = '-', colour = '-', choose = '-', assess = '-', ideas = '-', decide = '-', plan = '-'] =
    cells
  return { rule, channel, what, cells: { lobby, post, colour, choose, assess, ideas, decide, plan } }
}

const everywhere = (cell: Cell): readonly Cell[] => [cell, cell, cell, cell, cell, cell, cell, cell]

/**
 * The one table of who may do what, when: place or verb x phase (design: rules.md).
 *                                                        Lobby Post Colour Choose Assess Ideas Decide Plan
 */
export const rows = {
  session: row('governed', 'S1', 'The board’s settings', everywhere('F')),
  moment: row('direct', 'M1', 'Moments', ['F', 'P', 'P', 'F', 'F', 'F adds', 'F', 'F']),
  'moment-by-hand': row('direct', 'M2', 'Arranging notes', ['F', 'P', 'P', 'F', 'F', '-', 'P', 'P']),
  'contact-type': row('direct', 'M3', 'Contact types', ['F', 'P', 'P', 'F', 'F', '-', 'F', 'F']),
  ink: row('direct', 'K1', 'Ink and shapes', ['F', 'P', 'P', 'F after close', 'P unless grading', '-', 'P', 'P']),
  ballot: row('governed', 'V1', 'The vote', ['-', '-', '-', 'P until close', '-', '-', '-', '-']),
  shortlist: row('governed', 'V2', 'The shortlist', ['-', '-', '-', 'F after close', 'F', '-', 'F', 'F']),
  assessment: row('direct', 'A1', 'Expectation, description and issue', [
    '-',
    'F',
    'F',
    'F',
    'P on what is graded',
    'F',
    'P',
    'P',
  ]),
  grade: row('governed', 'A2', 'Grading', ['-', '-', '-', '-', 'P until reveal', '-', '-', '-']),
  ranking: row('governed', 'A3', 'The team’s grade', ['-', '-', '-', '-', 'F after reveal', '-', 'F', 'F']),
  idea: row('governed', 'I1', 'Ideas', ['-', '-', '-', '-', '-', 'P', '-', '-']),
  'own-idea': row('governed', 'I3', 'Changing one’s own idea', ['-', '-', '-', '-', '-', 'P', '-', '-']),
  verdict: row('governed', 'I4', 'Merit and parking', ['-', '-', '-', '-', '-', '-', 'F', 'F']),
  action: row('direct', 'P1', 'Actions', ['-', '-', '-', '-', '-', '-', '-', 'P']),
  owner: row('governed', 'P2', 'Taking an action', ['-', '-', '-', '-', '-', '-', '-', 'P']),
  count: row('governed', 'P3', 'Agreeing and being ready', everywhere('P')),
  keep: row('governed', 'M6', 'Keeping a late moment', ['-', '-', '-', 'P', 'P', '-', 'P', 'P']),
  steer: row('governed', 'S2', 'Steering the session', everywhere('F')),
  import: row('governed', 'S6', 'Bringing a file back', ['F', 'F', 'F', 'F after close', 'F', '-', 'F', 'F']),
  seats: row('governed', 'S4', 'Seats and links', everywhere('F')),
} as const satisfies Record<string, Row>
export type RowName = keyof typeof rows
