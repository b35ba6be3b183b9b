import { recordLimits, recordRoots, type RecordRoot } from '../board/records.ts'
import { allowed, refused, type Ruling } from '../rules/ruling.ts'
import type { Addition } from './addition.ts'

const called: Readonly<Record<RecordRoot, string>> = {
  moments: 'moments',
  ink: 'lines of ink',
  assessments: 'descriptions',
  grades: 'rankings',
  ideas: 'ideas',
  builds: 'builds',
  concerns: 'concerns',
  actions: 'actions',
  rungs: 'steps',
  shapes: 'areas, texts, connectors and pictures',
  stages: 'stages',
}

/** So many records come at once: more would hold up everybody else on the server for longer than a fifth of a second. */
export const RECORDS_AT_ONCE = 3_000

/** Does a board that has so many of each hold these as well? What is in its bin counts, too: nothing disappears. */
export function roomFor(addition: Addition, has: (root: RecordRoot) => number): Ruling {
  const records = recordRoots.reduce((sum, root) => sum + addition[root].length, 0)
  if (records > RECORDS_AT_ONCE)
    return refused(
      'D1',
      `Up to ${RECORDS_AT_ONCE} things come onto a board at once, and this file has ${records}. Start a new board from it instead.`,
    )
  const full = recordRoots.find((root) => has(root) + addition[root].length > recordLimits[root])
  if (full === undefined) return allowed
  const bin = ['moments', 'shapes', 'stages', 'actions', 'rungs'].includes(full) ? ', those in its bin included' : ''
  return refused(
    'D1',
    `A board holds ${recordLimits[full]} ${called[full]}. This one has ${has(full)}${bin}, and the file brings ${addition[full].length}. Nothing was added.`,
  )
}
