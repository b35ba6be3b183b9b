import { figured } from './number.ts'

export const colourWords = {
  question: (customer: string) => `How is the ${customer} met at each moment?`,
  hint: 'Pick a pen, then touch the notes. Or draw across them.',
  pens: 'Contact types',
  setting: 'Setting',
  own: 'Own',
  ownTitle: 'A contact type of your own',
  ownName: 'What is it called?',
  ownLetter: 'Its letter on the notes',
  ownAdd: 'Add it',
  none: 'none',
  noType: 'no contact type yet',
  takeOff: 'Take the contact type off',
  next: 'Next moment',
  before: 'Moment before',
}

export function colouredCount(coloured: number, all: number): string {
  return `${coloured} of ${all} coloured`
}

/** Under a pen: how many notes have its type. */
export function penCount(count: number): string {
  return count === 0 ? colourWords.none : String(count)
}

export function typeSet(moment: string, type: string): string {
  return `“${moment}” is now ${type}.`
}

export function uncoloured(count: number): string {
  return `${figured(count, 'moment')} without a contact type.`
}

export function withPen(label: string): string {
  return `You, with ${label.toLowerCase()}`
}
