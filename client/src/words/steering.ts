import { phases, type Phase } from '@momentous/shared/domain/phase'
import type { Closing } from '@momentous/shared/domain/session'

/** The facilitator's bar: what the buttons say, and what everybody reads while a step can still be taken back. */
export const steeringWords = {
  howLong: 'How long?',
  minutes: 'Minutes',
  minutesRange: 'Between 1 minute and 10 hours.',
  cancel: 'Cancel',
  newRoundTitle: 'Vote once more?',
  newRoundWords: 'Everybody gets fresh dots, and the totals of this round go.',
  newRoundDo: 'Start the round',
  keepRound: 'Keep this round',
  holdToClose: 'Hold to close the vote',
  voteAgain: 'Vote again',
  alreadyOpen: 'The vote is open already.',
}

export function holdToOpen(to: Phase): string {
  return `Hold to open ${phases[to].label}`
}

export function backTo(to: Phase): string {
  return `Back to ${phases[to].label}`
}

export function closingWords(closing: Closing, seconds: number): string {
  switch (closing.step) {
    case 'close-vote':
      return `The vote closes in ${seconds}`
    case 'reveal-grade':
      return `Grades are shown in ${seconds}`
    case 'move-phase':
      return `${phases[closing.to].label} opens in ${seconds}`
    case 'finish-session':
      return `The session ends in ${seconds}`
  }
}
