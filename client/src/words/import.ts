import type { Resolution } from '@momentous/shared/imports/plan'
import { capital, figured } from './number.ts'

export const importWords = {
  title: 'Bring a file back',
  lead: 'The form as it was edited elsewhere, in Excel, Word, CSV, a web page or JSON, or another board that was saved as a file. You see what would change before anything does.',
  choose: 'Choose a file',
  drop: 'or drop it here',
  dropNow: 'Let go to read it',
  reading: 'Reading the file',
  nothing: 'This file says what the board says. There is nothing to change.',
  decide: 'Both have changed',
  decideLead: 'The file and the board say different things here. Unless you decide otherwise, the board’s words stay.',
  changes: 'What the file changes',
  newMoment: 'new moment',
  emptied: 'emptied',
  untaken: 'Not taken',
  untakenLead: 'These words stay in your file.',
  columns: 'Which columns are these?',
  columnsLead: 'Nobody knows these headings. Say what they are, or leave them out.',
  columnsKnown: 'What each column of the file is taken for.',
  columnsFirst: 'Say first which column names the moments: without it nobody can tell the rows apart.',
  allColumns: 'See what each column was taken for',
  noSample: 'nothing in it',
  leaveOut: 'Leave it out',
  missing: 'Not in the file',
  missingLead: 'These moments have no row in the file. They stay, unless you put them into the bin.',
  wasThere: 'taken out of the file',
  wasNotThere: 'newer than the file, or left out when it was saved',
  binAll: 'All that were taken out',
  binEvery: 'All of them',
  binNone: 'None',
  order: 'Another order',
  orderLead:
    'Rows stand elsewhere in the file than when it was saved. The board’s order stays, unless you take the file’s.',
  orderBoth: 'The board’s order has changed since, too. Only what moved in the file would move.',
  orderWhose: 'Whose order stays',
  orderBoard: 'Board',
  orderFile: 'File',
  toStart: 'to the very start',
  decideAbove: 'Nothing is chosen yet. What you decide above is what changes.',
  onBoard: 'On the board',
  inFile: 'In the file',
  more: 'Show all',
  applying: 'Changing the board',
  done: 'The board has it.',
  takeBack: 'Take it back',
  takenBack: 'The board is as it was.',
  close: 'Close',
  away: 'The server did not answer. Your board is as it was. Try again in a moment.',
  tooLarge: 'This file is larger than 8 MB, which no form is. Nothing of it was read.',
  allFile: 'Take all from the file',
  allBoard: 'Keep all of the board',
}

export const resolutionWords: Readonly<Record<Resolution, string>> = {
  board: 'Board',
  file: 'File',
  both: 'Both',
}

/** "3 changes, 2 to decide, 1 not taken". */
export function planWords(changes: number, conflicts: number, untaken: number): string {
  const parts = [
    figured(changes, 'change'),
    ...(conflicts > 0 ? [`${conflicts} to decide`] : []),
    ...(untaken > 0 ? [`${untaken} not taken`] : []),
  ]
  return `${parts.join(', ')}.`
}

/** "behind “Pays at the till”". */
export function behindWords(moment: string | null): string {
  return moment === null ? importWords.toStart : `behind “${moment}”`
}

/** What is left to a person of a file that changes no words by itself. */
export function besidesWords(missing: number, order: boolean): string {
  const parts = [
    ...(order ? ['another order of rows'] : []),
    ...(missing > 0 ? [`${figured(missing, 'moment')} not in the file`] : []),
  ]
  return capital(`${parts.join(', ')}.`)
}

export function applyWords(count: number): string {
  return `Make ${figured(count, 'change')}`
}

export function placeWords(row: number, column: string | null): string {
  return column === null ? `Row ${row}` : `Row ${row}, ${column}`
}

export function decisionWords(row: number, column: string | null, moment: string): string {
  return `What stays of “${moment}”, ${placeWords(row, column)}`
}

export function doneWords(count: number): string {
  return `${importWords.done} ${figured(count, 'change')}.`
}

/** What came before the dialog was opened, and can still be taken back. */
export function formCameWords(file: string, changes: number): string {
  return `“${file}” made ${figured(changes, 'change')} on this board.`
}

export function boardCameWords(file: string): string {
  return `“${file}” was added to this board.`
}

/** A take-back leaves alone what somebody has written over since. */
export function keptWords(count: number): string {
  return count === 0
    ? importWords.takenBack
    : `The board is as it was, but for ${figured(count, 'change')} that somebody has changed since.`
}

export function partlyWords(done: number, all: number, reason: string): string {
  return done === 0 ? reason : `${done} of ${all} changes are made. Then: ${reason}`
}
