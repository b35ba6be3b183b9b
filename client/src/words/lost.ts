/** Somebody else put in the bin what this person was typing into. */
export const lostWords = {
  region: 'Your words from what is in the bin',
  note: 'Somebody put this note in the bin while you were typing.',
  shape: 'Somebody put this in the bin while you were typing.',
  stage: 'Somebody took this stage off while you were naming it.',
  safe: 'Your words are safe:',
  putBack: 'Put it back on the wall',
  copy: 'Copy my words',
  letGo: 'Let it go',
}
