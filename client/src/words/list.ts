export const listWords = {
  title: 'The moments in order',
  switchToWall: 'Show the wall',
  switchToList: 'Show the list',
  onWall: 'On the wall',
  menuOf: (moment: string) => `More for “${moment}”`,
  edit: 'Change the words',
  up: 'Move up',
  down: 'Move down',
  remove: 'Put it in the bin',
  bin: 'The bin',
  binEmpty: 'The bin is empty.',
  restore: 'Put it back',
  next: 'Next',
  before: 'Back',
  keepWords: 'Keep it',
  leaveWords: 'Leave it as it was',
  behindTheScenes: 'Behind the scenes',
  notSavedYet: 'kept on this device, not on the wall yet',
}

/** "Moment 5 of 10. Waits, and nobody says for how long. Face-to-face, group. Miserable. 17 ideas." */
export function momentRead(number: number, all: number, parts: readonly string[]): string {
  const sentences = [`Moment ${number} of ${all}`, ...parts].filter((part) => part !== '')
  return sentences.map((part) => (/[.?]$/.test(part) ? part : `${part}.`)).join(' ')
}

export function goesAfter(number: number, name: string): string {
  return `${number} ${name}`
}

export function movedTo(name: string, number: number, all: number): string {
  return `“${name}” is now moment ${number} of ${all}.`
}
