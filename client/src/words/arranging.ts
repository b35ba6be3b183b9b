/** Grouping, depth, alignment: the verbs for several pieces at once, and why they do nothing now. */
export const arrangeWords = {
  title: 'Arrange',
  group: 'Make one group of them',
  ungroup: 'Take the group apart',
  lock: 'Lock it',
  unlock: 'Unlock it',
  remove: 'Put it in the bin',
  row: 'What to do with them',
  more: 'More to do with them',
  allLocked: 'It is locked already.',
  noneLocked: 'Nothing of it is locked.',
  noLock: 'Ink can’t be locked.',
  front: 'Put it in front of everything',
  forward: 'Put it one further to the front',
  backward: 'Put it one further to the back',
  back: 'Put it behind everything',
  left: 'Align on the left',
  centre: 'Align on the centre',
  right: 'Align on the right',
  top: 'Align at the top',
  middle: 'Align in the middle',
  bottom: 'Align at the bottom',
  across: 'Same gaps from left to right',
  down: 'Same gaps from top to bottom',
  pack: 'Lay the notes in rows',
  packArea: 'Lay what is in the area in rows',
  areaFirst: 'Select one area first.',
  packEmpty: 'Fewer than two things lie in this area.',
  selectFirst: 'Select something first.',
  selectTwo: 'Select two or more of them first.',
  selectThree: 'Select three or more of them first.',
  oneGroup: 'These are one group already.',
  noGroup: 'None of them belongs to a group.',
  locked: 'What is selected is locked. Unlock it first.',
  packFree: 'Select two or more notes that lie away from the timeline first.',
  sizeFirst: 'Select something that can be made larger or smaller first.',
  removeFirst: 'Select something that isn’t locked first.',
  nudgeFree: 'Select something that lies away from the timeline first.',
}

const ways = { left: 'to the left', right: 'to the right', up: 'up', down: 'down' } as const
export type Way = keyof typeof ways

/** "Move it 10 to the left" */
export function nudgeWords(way: Way, by: number): string {
  return `Move it ${by} ${ways[way]}`
}

/** How a piece is made larger or smaller by key. */
export const sizeWords = {
  wider: 'Make it wider',
  narrower: 'Make it narrower',
  higher: 'Make it higher',
  lower: 'Make it less high',
}
export type Sizing = keyof typeof sizeWords
