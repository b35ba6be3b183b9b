import { rankings, type Ranking } from '@momentous/shared/domain/assessment'
import { pictureWords } from '@momentous/shared/drawing/picture-words'
import { figured } from './number.ts'
import { stageName } from './stages.ts'

/** The wall: tools, notes, what a screen reader hears of it. */
export const toolWords = {
  rail: 'Tools',
  select: 'Select',
  hand: 'Hand',
  note: 'Note',
  pen: 'Pen',
  highlighter: 'Highlighter',
  eraser: 'Eraser',
  more: 'More tools',
  fewer: 'Fewer tools',
  notNow: 'Not in this phase.',
  undo: 'Undo',
  redo: 'Redo',
  nothingToUndo: 'You have nothing to take back.',
  pens: 'Pens',
  width: 'Width of the line',
  thin: 'Thin',
  medium: 'Medium',
  thick: 'Thick',
  erases: 'What the eraser takes',
  wholeLines: 'Whole lines',
  partsOfLines: 'Parts of lines',
  fingerDraws: 'Draw with a finger too',
  around: {
    wall: 'A finger moves the wall',
    rectangle: 'A finger selects in a rectangle',
    line: 'A line around what is to be selected',
  },
}

export const cornerWords = {
  corner: 'View',
  list: 'List',
  smaller: 'Zoom out',
  larger: 'Zoom in',
  fullSize: 'Zoom to 100 %',
  fit: 'Show everything',
}

export const noteMenuWords = {
  menu: 'What to do with it',
  edit: 'Change the words',
  look: 'Contact type and paper',
  more: 'More to do with it',
  kind: 'Kind',
  serves: 'Which moment does it serve?',
  servesNothing: 'None in particular',
  seconds: 'About how long',
  notSaid: 'Nobody says',
  lock: 'Lock',
  unlock: 'Unlock',
  stack: 'Stack on the note before',
  duplicate: 'Make a copy of it',
  tidy: 'Make tidy again',
  remove: 'Put it in the bin',
  removeAll: 'Put them in the bin',
  type: 'Contact type',
  setting: 'Setting',
  noType: 'Take the contact type off',
  paper: 'Paper',
  oneAtATime: 'This is for one note at a time.',
  locked: 'This note is locked. Unlock it first.',
  tidyAlready: 'It lies where it belongs.',
  nothingBefore: 'No note on the timeline comes before it.',
  noSetting: 'This contact type is not met like that.',
  typeFirst: 'Give it a contact type first.',
}

export const wallWords = {
  backToTimeline: 'Back to the timeline',
  wall: 'The wall',
  keys: 'Arrow keys walk the notes, Enter edits, Alt and arrows move a note in the order, F2 opens its menu.',
  mirror: 'Moments in order',
  editNote: 'Text of this moment',
  ...pictureWords,
}

/** The zoom in the corner: `100 %`, with a space that doesn't break. */
export function percent(zoom: number): string {
  return `${Math.round(zoom * 100)} %`
}

export function isTyping(name: string): string {
  return `${name} is typing`
}

/** What a tool's pen gives, beside one's own pointer. */
export function youWith(pen: string): string {
  return `You, with ${pen.toLowerCase()}`
}

export interface SpokenNote {
  readonly text: string
  readonly number: number | null
  readonly count: number
  readonly channel: string | null
  readonly setting: string | null
  readonly ranking: Ranking | null
  readonly ideas: number
  readonly ownDots: number
  readonly total: number | null
  readonly priority: boolean
  readonly locked: boolean
  readonly beneath: number
  /** The title of the stage that begins with it. */
  readonly stage?: string | undefined
}

/** "Moment 5 of 10. Waits, and nobody says for how long. Face-to-face, group. Miserable. 17 ideas." */
export function noteSentence(note: SpokenNote): string {
  const place = note.number === null ? wallWords.behindTheScenes : `Moment ${note.number} of ${note.count}`
  const type = note.channel === null ? null : [note.channel, note.setting].filter(Boolean).join(', ')
  const text = note.text.trim() === '' ? 'Nothing written yet' : note.text.trim()
  return [
    note.stage !== undefined && stageName(note.stage),
    place,
    text,
    type,
    note.ranking && rankings[note.ranking].label,
    note.total !== null && figured(note.total, 'dot'),
    note.ownDots > 0 && `${figured(note.ownDots, 'dot')} of yours`,
    note.priority && 'On the shortlist',
    note.ideas > 0 && figured(note.ideas, 'idea'),
    note.beneath > 0 && `${figured(note.beneath, 'note')} beneath`,
    note.locked && 'Locked',
  ]
    .filter((part) => typeof part === 'string')
    .map((part) => (/[.?!…]$/.test(part) ? part : `${part}.`))
    .join(' ')
}
