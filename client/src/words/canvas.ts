/** The wall: tools, notes, what a screen reader hears of it. */
export const toolWords = {
  rail: 'Tools',
  select: 'Select',
  hand: 'Hand',
  note: 'Note',
  pen: 'Pen',
  highlighter: 'Highlighter',
  eraser: 'Eraser',
  undo: 'Undo',
  redo: 'Redo',
  pens: 'Pens',
  width: 'Width',
  thin: 'Thin',
  medium: 'Medium',
  thick: 'Thick',
}
