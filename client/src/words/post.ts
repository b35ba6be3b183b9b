import { either, figured } from './number.ts'

export const postWords = {
  question: (customer: string) => `What happens to a ${customer} here, step by step?`,
  hint: 'From the first look to the last goodbye. One contact on each note.',
  empty: 'The wall is empty.',
  emptyHint: (customer: string) => `Type the first thing a ${customer} sees.`,
  composer: 'The next moment',
  placeholder: 'And then?',
  add: 'Add',
  goesInAfter: 'Goes in after',
  atTheEnd: 'the last one',
  keptTitle: 'Kept for you to add',
  keptUnsigned: 'Somebody wrote these a moment too late. They carry no name.',
  addOne: 'Add one',
  dismiss: 'Not needed',
  behindTheScenes: 'Behind the scenes',
  firstImpression: 'first impression',
  lastImpression: 'last impression',
  stack: 'Put them on one pile',
  kept: 'Words that came too late',
  keptAdd: 'Add it to the wall',
  keptDrop: 'Let it go',
}

/** "Nothing by post or email yet. Is that right?" */
export function coverageHint(channels: readonly string[]): string {
  return `Nothing by ${either(channels.map((label) => label.toLowerCase()))} yet. Is that right?`
}

export function momentsAdded(count: number): string {
  return `${figured(count, 'moment')} added.`
}

export function aboutSeconds(seconds: number): string {
  return seconds < 60 ? `about ${seconds} s` : `about ${Math.round(seconds / 60)} min`
}

export function keptWaiting(count: number): string {
  return `${figured(count, 'moment')} ${count === 1 ? 'waits' : 'wait'} for you`
}

/** The next note starts with a contact type, because a hint asked for one. */
export function nextNoteIs(label: string): string {
  return `The next note goes in as ${label.toLowerCase()}.`
}
