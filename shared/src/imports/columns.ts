import type { extendedHeadings, STAMP_HEADING } from '../exports/sheet.ts'
import type { planningHeadings } from '../domain/planning-row.ts'

export type ColumnName = (typeof planningHeadings | typeof extendedHeadings)[number] | typeof STAMP_HEADING

/** What each column of the form is called in files: by its heading, and by what people write instead. */
export const columns = {
  'MOMENT OF TRUTH': ['moments of truth', 'moment', 'moments', 'touchpoint', 'touch point', 'contact', 'step'],
  DESCRIPTION: ['describe', 'what happens', 'details'],
  'ISSUE/PROBLEM': ['issue', 'issues', 'problem', 'problems', 'issues problems', 'problem issue'],
  RANKING: ['rank', 'ranked', 'grade', 'rating'],
  ACTION: ['actions', 'what to do', 'next steps'],
  ID: ['moment id', 'row id'],
  CHANNEL: ['contact type', 'type', 'by'],
  SETTING: [],
  KIND: [],
  TICKS: ['votes', 'dots'],
  EXPECTATION: ['expectations', 'expected', 'what the customer expects'],
  EVIDENCE: [],
  TARGET: ['target ranking', 'goal'],
  OWNER: ['owners', 'who', 'by whom', 'responsible'],
  DUE: ['due date', 'deadline', 'when', 'by when'],
  'FIRST STEP': ['first steps', 'first small step'],
  AGREED: [],
  LADDER: ['steps'],
  'PARKED IDEAS': ['parked', 'parked idea'],
  STAMP: [],
} as const satisfies Record<ColumnName, readonly string[]>

/** A heading without case, signs and blanks that mean nothing. */
function foldedHeading(heading: string): string {
  return heading
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const names: ReadonlyMap<string, ColumnName> = new Map(
  (Object.keys(columns) as ColumnName[]).flatMap((name) =>
    [name, ...columns[name]].map((each) => [foldedHeading(each), name] as const),
  ),
)

/** What is longer is no heading, and isn't worth folding. */
export const LONGEST_HEADING = 80

/** The column that a heading means; undefined for one that only a person can tell. */
export function columnNamed(heading: string): ColumnName | undefined {
  return heading.length > LONGEST_HEADING ? undefined : names.get(foldedHeading(heading))
}
