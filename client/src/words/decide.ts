import { phaseSentences } from './phase-sentences.ts'
import { figured } from './number.ts'

export const decideWords = {
  question: (moment: string) => `Which of these have merit for “${moment}”?`,
  hint: phaseSentences.decideHint,
  table: 'On the table',
  tableHint: 'one at a time',
  merit: 'Has merit',
  meritHint: 'goes on to Plan',
  parked: 'Parked',
  parkedHint: 'kept for next session',
  hasMerit: 'Has merit',
  parkIt: 'Park it',
  back: 'Back on the table',
  parkReason: 'Until when, or why?',
  parkReasonExample: 'look at it when the new kitchen is in',
  noReason: 'no reason given',
  openAgain: 'Open ideas again',
  concern: 'A concern',
  concernsAboutAll: 'Concerns about the moment as a whole',
  onlyFacilitator: 'The facilitator moves ideas here, the team talks.',
  emptyMerit: 'Nothing here yet.',
  emptyParked: 'Nothing is parked.',
  leave: 'Leave it',
  backOf: (idea: string) => `Back on the table: ${idea}`,
  emptyTable: 'Everything here has its place. On to the next moment, or to Plan.',
}

export function parkedBecause(reason: string): string {
  return `Parked: ${reason === '' ? decideWords.noReason : reason}`
}

export function concernsTalkedThrough(count: number): string {
  return `${figured(count, 'concern')}, talked through`
}

export function moreOnTheTable(count: number): string {
  return `${count} more on the table`
}

/** For the live region, after a verdict. */
export function judgedAs(idea: string, column: string): string {
  return `“${idea}”: ${column.toLowerCase()}.`
}
