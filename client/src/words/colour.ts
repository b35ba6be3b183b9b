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
  ownHint: 'For a way to meet that the others don’t cover: a hatch, a delivery van, an app.',
  ownLetterHint: 'One or two letters that no other type has.',
  ownNeedsNotes: 'Select the notes first, then touch this. It has no pen of its own.',
  cancel: 'Cancel',
  none: 'none',
  noType: 'no contact type yet',
  takeOff: 'Take the contact type off',
  next: 'Next moment',
  before: 'Moment before',
  isFirst: 'This is the first moment.',
  change: 'Change the contact type',
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

/** What a screen reader hears after the name of a pen. */
export function penMoments(count: number): string {
  return count === 0 ? 'no moments' : figured(count, 'moment')
}

/** A pen as a screen reader hears it: "Face-to-face, 5 moments". */
export function penName(label: string, count: number): string {
  return `${label}, ${penMoments(count)}`
}

export function typeGiven(label: string, count: number): string {
  return `${figured(count, 'moment')} now ${label.toLowerCase()}.`
}
