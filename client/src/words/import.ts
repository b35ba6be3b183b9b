import type { Resolution } from '@momentous/shared/imports/plan'
import { figured } from './number.ts'

export const importWords = {
  title: 'Bring a file back',
  lead: 'The form as it was edited elsewhere, in Excel, Word, CSV or JSON, or another board that was saved as a file. You see what would change before anything does.',
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
  leaveOut: 'Leave it out',
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

export function missingWords(count: number): string {
  const rows = figured(count, 'moment')
  return `${rows} of the board ${count === 1 ? 'has' : 'have'} no row in the file. ${count === 1 ? 'It stays' : 'They stay'} on the board.`
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

/** A take-back leaves alone what somebody has written over since. */
export function keptWords(count: number): string {
  return count === 0
    ? importWords.takenBack
    : `The board is as it was, but for ${figured(count, 'change')} that somebody has changed since.`
}

export function partlyWords(done: number, all: number, reason: string): string {
  return done === 0 ? reason : `${done} of ${all} changes are made. Then: ${reason}`
}
