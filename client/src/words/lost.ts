/** Somebody else put a note in the bin while this person was typing into it. */
export const lostWords = {
  region: 'Your words from a note in the bin',
  title: 'Somebody put this note in the bin while you were typing.',
  safe: 'Your words are safe:',
  putBack: 'Put it back on the wall',
  copy: 'Copy my words',
  letGo: 'Let it go',
}
