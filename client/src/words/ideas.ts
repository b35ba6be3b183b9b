import { phaseSentences } from './phase-sentences.ts'
import { figured } from './number.ts'

export const ideasWords = {
  question: (moment: string) => `How could “${moment}” surprise them?`,
  hint: phaseSentences.ideasHint,
  field: 'Your idea',
  placeholder: 'What if ...',
  add: 'Add idea',
  addShort: 'Add',
  build: 'Yes, and ...',
  buildLabel: 'Build on this idea',
  yesAnd: 'Yes, and',
  sendBuild: 'Build on it',
  noNames: 'No names here',
  noNamesMore:
    'Ideas arrive shuffled and without an author. Nobody can look it up later: not the facilitator, not the host.',
  noNamesShort: 'No names here, now or later.',
  why: 'Why?',
  whatOthersSee: 'See what others see',
  whatOthersSeeMore:
    'This is all that others ever get. It waits for other ideas, about a minute at most, and comes out among them in a new order.',
  named: 'Ideas carry names in this session.',
  few: 'With so few of us, people may guess who wrote what.',
  apology: 'No need to apologise for it. Outlandish is welcome here.',
  nudge: 'This may read as closing the idea down.',
  nudgeMore: 'Ideas stay open until we decide. What would have to be different this time?',
  nudgeBuild: 'Build on it',
  nudgeKeep: 'Keep it for Decide',
  nudgeSend: 'Send it as it is',
  money: 'Cost comes later. How might we do it for almost nothing?',
  ringBell: 'Ring the bell',
  bell: 'The bell. We build on ideas now.',
  bellMore: 'Objections have a place: the concern box opens in Decide.',
  concern: 'Put a concern in the box',
  concernHint: 'Keep it here. It is read out in Decide, without a name.',
  concernField: 'Your concern',
  concernAbout: 'About',
  concernWhole: 'the moment as a whole',
  concernKeep: 'Keep it in the box',
  concernKept: 'It is in the box. It is read out in Decide, without a name.',
  issue: 'The issue',
  withdrawn: 'withdrawn',
  withdraw: 'Withdraw it',
  edit: 'Change it',
  empty: 'The first idea is the hardest. Make it a daft one.',
  emptyLookingOn: 'No idea has come out yet.',
  nudgeReword: 'Say it another way',
  goesTo: (moment: string) => `This goes to “${moment}”, where you began it.`,
  fieldFirst: 'Write a word or two first.',
  comesOut: 'Yours. It comes out among others, within about a minute.',
  notOutYet: 'Yours, not on the wall yet.',
  changesNext: 'Changed. Others see it in some moments.',
  yoursWaiting: 'Your ideas that wait',
  rewording: 'Your idea in other words',
  keepWords: 'Keep it',
  leaveWords: 'Leave it as it was',
  goal: 'Ideas for this moment',
  actions: 'Beside the ideas',
  concernTitle: 'The concern box',
  concernFirst: 'Write down what worries you first.',
  cancel: 'Cancel',
  leaves: 'What comes out on the wall',
  leavesWords: 'Your words',
  leavesMoment: 'The moment that they are for',
  leavesNumber: 'A number drawn by lot',
  leavesNumberWhy: 'Only this device can change or withdraw the idea with it.',
  stays: 'What is written down nowhere',
  staysList:
    'Your name, your device, when you wrote it, the order in which ideas came, and which ideas come from the same person.',
  understood: 'All right',
  leftOver: 'You were still writing when ideas closed. Your words are safe:',
  copy: 'Copy my words',
  letGo: 'Let it go',
}

export function ideasGoal(count: number, goal: number): { count: string; of: string } {
  return { count: String(count), of: `of ${figured(goal, 'idea')}` }
}

export function ideasCount(count: number, goal: number): string {
  return `${count} of ${goal}`
}

export function nothingNew(minutes: number): string {
  return `Nothing new for ${figured(minutes, 'minute')}`
}

export function dryHint(minutes: number): string {
  return `${nothingNew(minutes)}. One more round, or decide?`
}

export function ideasAdded(count: number): string {
  return `${figured(count, 'idea')} added.`
}

export function buildsAdded(count: number): string {
  return `${figured(count, 'build')} added.`
}
