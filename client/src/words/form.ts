import { boardMenuWords } from './board-menu.ts'
import { figured, inWords } from './number.ts'

export const formWords = {
  title: boardMenuWords.form,
  book: 'Book next session',
  export: 'Export',
  rowsFollow: 'Rows follow the order of the wall. No file ever says who wrote an idea.',
  empty: 'The form fills itself: the shortlist first, then what you write in Assess and Plan.',
  nextTitle: 'When do we meet again?',
  nextHint: 'Three weeks from now keeps the small steps moving.',
  date: 'Day',
  time: 'Time',
  length: 'How long',
  keepDate: 'Book it',
  calendar: 'Save it for my calendar',
  dropDate: 'Take the date away',
  notWritten: 'The file could not be written. Your board is as it was. Try again in a moment.',
  change: (what: string, moment: string) => `Change “${what}” of “${moment}”`,
  addFor: (moment: string) => `Add an action for “${moment}”`,
  addAction: 'Add an action',
  notRanked: 'not settled',
  missing: 'What is there and what is missing',
  booked: 'It is booked.',
}

export function sheetLine(date: string, people: number): string {
  return `${date}, ${inWords(people)} ${people === 1 ? 'person' : 'people'}`
}

export function haveAction(count: number, all: number): string {
  return `${count} of ${all} have an action`
}

export function haveDate(count: number, all: number): string {
  return `${count} of ${all} have a date`
}

export function haveNoOwner(count: number): string {
  return `${count} ${count === 1 ? 'has' : 'have'} no owner yet`
}

export function nextSession(date: string, parked: number): string {
  if (parked === 0) return `Next session: ${date}`
  return `Next session: ${date}, ${inWords(parked)} parked ${parked === 1 ? 'idea comes' : 'ideas come'} back to the table`
}

export function lengthWords(minutes: number): string {
  return figured(minutes, 'minute')
}
