import { phaseSentences } from './phase-sentences.ts'
import { figured } from './number.ts'

export const planWords = {
  question: phaseSentences.planQuestion,
  target: 'Where do we want to be?',
  fromIdeas: 'From ideas with merit',
  noMerit: 'No idea has merit here yet. You can write the action yourself.',
  done: 'What will be done',
  firstStep: 'First small step',
  firstStepExample: 'Tom writes the two texts by Friday',
  who: 'Who takes it?',
  nobodyYet: 'Nobody yet',
  somebodyElse: 'Somebody who is not here',
  elseName: 'Their name',
  takeIt: 'I take it',
  when: 'By when?',
  agree: 'I agree',
  agreed: 'You agree',
  another: 'Another action for this moment',
  remove: 'Take this action out',
  ladder: 'The ladder',
  ladderHint: 'small steps, one after another',
  addRung: 'Add a step',
  rung: 'Next small step',
  rungDone: 'reached',
  nextPriority: 'Next priority',
  beforePriority: 'Priority before',
  add: 'Add an action',
  actions: 'Actions for this moment',
  actionNumber: (number: number) => `Action ${number}`,
  keepName: 'Keep the name',
  nameFirst: 'Write a name first.',
  giveBack: 'Give it back',
  takenHint: 'The facilitator can name somebody else.',
  removed: 'The action is in the bin.',
  putBack: 'Put it back',
  wordless: 'without words',
  rungLabel: (number: number, text: string) => `Step ${number}: ${text}`,
  removeRung: 'Take this step out',
  addRungFirst: 'Write the step first.',
  keepRung: 'Add it',
  noLadder: 'Fourteen days, then ten, then seven: write the first small step.',
  notSettled: 'Settle the grade in Assess, and the target follows.',
  lookingOn: 'The team writes its actions here.',
}

export function priorityLine(number: number, moments: number, at: number, priorities: number): string {
  return `Moment ${number} of ${moments}, priority ${at} of ${priorities}`
}

export function ideasUsed(used: number, all: number): string {
  return `${used} of ${all} used`
}

export function agreeCount(agreed: number, all: number): string {
  return `${agreed} of ${all} agree`
}

export function rungs(count: number): string {
  return figured(count, 'step')
}

export function inTheBin(count: number): string {
  return `${count} in the bin`
}
