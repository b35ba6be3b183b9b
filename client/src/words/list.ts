import { figured } from './number.ts'

export const listWords = {
  title: 'The moments in order',
  switchToWall: 'Show the wall',
  switchToList: 'Show the list',
  menu: 'Menu',
  form: 'The planning form',
  howItRuns: 'How a session runs',
  settings: 'Settings',
  rename: 'Rename the board',
  leave: 'Leave the board',
  steps: 'Where the session is',
  menuOf: (moment: string) => `More for “${moment}”`,
  edit: 'Change the words',
  editLabel: 'The words of this moment',
  done: 'Done',
  up: 'Move up',
  down: 'Move down',
  duplicate: 'Make a copy of it',
  more: 'Kind, paper and time',
  remove: 'Put it in the bin',
  bin: 'The bin',
  binEmpty: 'The bin is empty.',
  restore: 'Put it back',
  behindTheScenes: 'Behind the scenes',
  behindHint: 'What staff decide out of the customer’s sight.',
  notSavedYet: 'kept on this device, not on the wall yet',
  kind: 'Kind',
  serves: 'Which moment does it serve?',
  servesNothing: 'None in particular',
  paper: 'Paper',
  seconds: 'How long it lasts, in seconds',
  secondsHint: 'A guess will do.',
  lateReason: 'The session moved on while you were typing. Your words are still here.',
  clear: 'Clear it',
  allMoments: 'All moments',
  oneByOne: 'One at a time',
  seeAll: 'See all',
  emptyText: 'Nothing written yet',
  otherPriorities: 'The other moments we work on',
}

export const kindWords = {
  basic: { label: 'Basic', note: 'they use it, and it does what was promised or it doesn’t' },
  decisive: { label: 'Decisive', note: 'they have a problem and ask for help' },
  invisible: { label: 'Behind the scenes', note: 'a decision that they never see' },
}

/** In the chip under the composer: the number, and as many whole words as fit. */
export function goesAfter(number: number, name: string): string {
  return `${number} ${name}`
}

export function putAfter(number: number, name: string): string {
  return `Moment ${number}. ${name}${/[.?!…]$/.test(name) ? '' : '.'} Put the next one after it`
}

export function movedTo(name: string, number: number, all: number): string {
  return `“${name}” is now moment ${number} of ${all}.`
}

export function inTheBin(moments: number, shapes = 0): string {
  const parts = [moments > 0 && figured(moments, 'moment'), shapes > 0 && figured(shapes, 'shape')]
  return `The bin, ${parts.filter((part) => part !== false).join(' and ')}`
}

export function removedNow(name: string): string {
  return `“${name}” is in the bin. It can be put back from there.`
}

export function restoredNow(name: string): string {
  return `“${name}” is back.`
}

export function servesOf(name: string): string {
  return `for “${name}”`
}

/** How many things are kept on the phone while it is offline. */
export function keptOnPhone(kept: number): string {
  if (kept === 0) return 'What you do now is kept on this phone and joins the wall when you are back.'
  const [are, join] = kept === 1 ? ['is', 'joins'] : ['are', 'join']
  return `${figured(kept, 'change')} ${are} kept on this phone and ${join} the wall when you are back.`
}

/** Where this screen is among the moments: "4 of 10". */
export function ofAll(at: number, all: number): string {
  return `${at} of ${all}`
}

/** The questions about an action, one a screen. */
export const planStepWords = {
  what: 'What will we do about it?',
  first: 'What is the first small step?',
  who: 'Who takes it?',
  when: 'By when?',
  target: 'Where do we want to be?',
  agree: 'Do we all agree?',
  ladder: 'Which small steps come after that?',
  noAction: 'There is no action yet. Say first what will be done.',
  before: 'The question before',
  isFirst: 'This is the first question.',
  next: 'Next question',
  toForm: 'See the form',
  giveBack: 'Give it back',
  taken: 'Somebody has taken it. The facilitator can name somebody else.',
}

/** Which moment is in hand; beside it stands how many are coloured. */
export function momentOf(at: number, all: number): string {
  return `Moment ${at} of ${all}`
}
