import { phaseSentences } from './phase-sentences.ts'
import { steeringWords } from './steering.ts'
import { capital, counted, figured, inWords, together } from './number.ts'

export const chooseWords = {
  question: phaseSentences.chooseQuestion,
  hint: phaseSentences.chooseHint,
  stacking: phaseSentences.chooseStacking,
  notStacking: phaseSentences.chooseNotStacking,
  yourDots: 'Your dots',
  noneLeft: 'None left. Touch one to take it back.',
  secret: 'Only you see your dots.',
  secretMore: 'Counts appear when the vote closes.',
  onlyYou: 'only you see them',
  finished: 'I’m finished',
  notFinished: 'Not finished yet',
  hold: steeringWords.holdToClose,
  closeVote: 'Close the vote',
  keep: 'Keep',
  change: 'Change',
  put: 'Put a dot here',
  takeOff: 'Take a dot back',
  noDotHere: 'No dot lies here.',
  again: steeringWords.voteAgain,
  reason: 'The reason',
  settle: 'Settle these',
  border: 'below this line: not on the shortlist',
  room: 'People in the room without a device',
  roomHint: 'Say how many before the vote opens. Everybody sees the number.',
  onBehalf: 'Dots for somebody in the room',
  roomEnter: 'Enter the ballot',
  roomDone: 'entered',
  roomQuiet: 'Ask quietly, enter it, turn the screen away. Nobody sees these either.',
  results: 'How the dots fell',
  choose: 'Choose the moments',
  nobody: 'Nobody put a dot. Choose the moments together.',
  lookingOn: 'The vote is open. Counts appear when it closes.',
  pickTitle: 'Which moments do we work on?',
  leave: 'Leave it as it was',
  settled: 'These are the moments we work on.',
}

/** Under "Your dots": what is still in the hand. */
export function dotsLeft(left: number): string {
  return left === 0 ? chooseWords.noneLeft : `${figured(left, 'dot')} left`
}

export function standOut(count: number): string {
  return `${capital(counted(count, 'moment'))} ${count === 1 ? 'stands' : 'stand'} out. Keep ${count === 1 ? 'it' : 'these'}?`
}

export function keepThese(count: number): string {
  return count === 1 ? 'Keep this one' : `Keep these ${inWords(count)}`
}

/** "The examination and the call next day tie for third place with 5 dots each." */
export function tieAt(names: readonly string[], place: number, dots: number): string {
  const rank = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'][place - 1] ?? `${place}th`
  return `${together(names)} tie for ${rank} place with ${figured(dots, 'dot')} each.`
}

export function voteClosed(dots: number, ballots: number): string {
  return `The vote is closed. ${capital(counted(ballots, 'person', 'people'))} put ${figured(dots, 'dot')}.`
}

export function dotPut(moment: string, left: number): string {
  return `Dot on “${moment}”. ${dotsLeft(left)}`
}

export function dotTaken(moment: string, left: number): string {
  return `Dot taken back from “${moment}”. ${dotsLeft(left)}`
}

/** No list of three to five has a clean border: "Two moments are clear. Five tie for the three places left." */
export function tieAtTheBorder(tied: number, sure: number, places: number): string {
  const clear =
    sure === 0 ? 'No moment stands out alone' : `${capital(counted(sure, 'moment'))} ${sure === 1 ? 'is' : 'are'} clear`
  const left = places === 1 ? 'the one place left' : `the ${inWords(places)} places left`
  return `${clear}. ${capital(inWords(tied))} tie for ${left}.`
}

export function fewTicked(count: number): string {
  return count === 0 ? 'Nobody put a dot.' : `Only ${counted(count, 'moment')} got a dot.`
}

/** "9 ballots, 27 dots." */
export function ballotsCounted(ballots: number, dots: number): string {
  return `${figured(ballots, 'ballot')}, ${figured(dots, 'dot')}.`
}

export function settledCount(count: number): string {
  return `${capital(counted(count, 'moment'))} to work on.`
}

/** For a screen reader, instead of the rings. */
export function dotsInHand(left: number, all: number): string {
  return `${left} of ${figured(all, 'dot')} left`
}

export function roomPerson(number: number): string {
  return `Person ${number} in the room`
}

export function roomCount(entered: number, all: number): string {
  return `${entered} of ${figured(all, 'ballot')} entered`
}

export function dotsOn(moment: string, dots: number): string {
  return `${moment}: ${figured(dots, 'dot')}`
}
