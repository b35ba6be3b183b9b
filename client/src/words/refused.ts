/** The card that a refused change leaves: what happened, what it means for one's words, what to do. */
export const refusedWords = {
  region: 'Changes that need an answer',
  tooLate: 'The wall had just closed for new moments',
  moved: (phase: string) => `The session moved to ${phase} while you were typing. Your words are safe:`,
  keepFor: (facilitator: string) => `Keep it for ${facilitator} to add`,
  again: 'Try again',
  there: 'It is on the board now.',
  putOn: 'Put it on the wall',
  notOnWall: 'This drawing is not on the wall',
  wordsNotOnWall: 'Your last words are not on the board',
  copy: 'Copy my words',
  letGo: 'Let it go',
  notNow: 'That did not go through',
  understood: 'All right',
  keptNow: (facilitator: string) => `It waits for ${facilitator} now.`,
  stillTyping: 'You were still typing',
}
