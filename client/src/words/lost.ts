/** Somebody else put in the bin what this person was typing into. */
export const lostWords = {
  region: 'Your words from what is in the bin',
  note: 'Somebody put this note in the bin while you were typing.',
  shape: 'Somebody put this in the bin while you were typing.',
  stage: 'Somebody took this stage off while you were naming it.',
  keptTyping: (phase: string) =>
    `The session moved to ${phase} while you were typing. What you type now is kept for you.`,
  stoppedTyping: (phase: string) => `The session moved to ${phase} while you were typing. Your words are safe:`,
  kept: 'What you type now is kept for you.',
  stoppedDrawing: (phase: string) => `The session moved to ${phase} while you were drawing. Your line is safe.`,
  notFinished: (phase: string) => `The session moved to ${phase}. What you had just begun was not finished.`,
  safe: 'Your words are safe:',
  putBack: 'Put it back on the wall',
  copy: 'Copy my words',
  letGo: 'Let it go',
}
