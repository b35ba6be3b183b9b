import { boardMenuWords } from './board-menu.ts'

/** The list of commands, and the page of shortcuts. */
export const commandGroups = {
  session: 'Session',
  board: 'Board',
  notes: 'Notes',
  types: 'Contact types',
  tools: 'Tools',
  view: 'View',
  page: 'This page',
} as const
export type CommandGroup = keyof typeof commandGroups

export const commandWords = {
  title: 'Commands',
  find: 'What do you want to do?',
  list: 'Commands that fit',
  none: 'No command has these words.',
  selectFirst: 'Select a note first.',
  selectTwo: 'Select two or more of them first.',
  connectFirst: 'Select a note or a connector and press L first.',
  wallFirst: 'This is for the wall. Go to the wall first.',
  notThisPhase: 'There is no wall in this phase.',
  shareNothing: 'Looking on, you have no links to pass on.',
  notOfThisNote: 'That is not for this note.',
  noNotes: 'The wall has no notes yet.',
  notOnTimeline: 'This note can’t go further.',
  dotsInChoose: 'Dots are given in Choose, while the vote is open.',
  selectShape: 'Select one free text, area, connector or picture first.',
  noDrawing: 'Nobody draws in this phase.',
  drawWith: (pen: string) => `Draw with: ${pen}`,
  paper: (name: string) => `Paper: ${name}`,
  drawFirst: 'Take a pen first.',
  penFirst: 'Select notes first, or hold a pen.',
  makerFirst: 'Take the tool for free text or for areas first.',
  nothingToPutDown: 'Nothing is in hand or selected.',
  formIsHere: 'The form is on the screen already.',
  bellInIdeas: 'The bell is for Ideas.',
  allOfIt: boardMenuWords.commands,
}

/** What the wall’s keys do. */
export const wallCommandWords = {
  edit: 'Change the words',
  remove: 'Put it in the bin',
  addNote: 'Add a note after the selected one',
  duplicate: 'Make a copy of it',
  menu: 'Open the menu of the note',
  putDot: 'Put a dot on it',
  takeDot: 'Take your dot back',
  connect: 'Connect what is selected',
  connectHere: 'End the connector at what is selected',
  putHere: 'Put the text or the area in hand where there is room',
  keepSelected: 'Keep it selected, and go on',
  next: 'Select the next note',
  before: 'Select the note before',
  first: 'Select the first note',
  last: 'Select the last note',
  lookLeft: 'Look further left',
  lookRight: 'Look further right',
  lookUp: 'Look further up',
  lookDown: 'Look further down',
  later: 'Move it one place later',
  earlier: 'Move it one place earlier',
  all: 'Select everything',
  putDown: 'Stop: the text, the gesture, the tool, the selection',
  undo: 'Undo',
  redo: 'Redo',
  nothingToRedo: 'There is nothing to do again.',
  fitSelection: 'Show what is selected',
  unstack: 'Unstack the notes beneath',
  thinner: 'Draw a thinner line',
  thicker: 'Draw a thicker line',
  erasing: 'Erase whole lines, or parts of them',
  takeNote: 'Take the tool: Note. Once more: a note after the selected one',
  take: (tool: string) => `Take the tool: ${tool}`,
  type: (type: string) => `Contact type: ${type}`,
}

export const shortcutWords = {
  title: boardMenuWords.shortcuts,
  single: 'Single-key shortcuts',
  singleMeans:
    'Letters, digits and signs act at once, when no text is being typed. Switch this off if you speak to your computer or type by accident; everything is in the list of commands as well.',
  onWall: 'while the wall has the focus',
  hold: 'Hold and drag: move the wall',
  space: 'Space',
}
