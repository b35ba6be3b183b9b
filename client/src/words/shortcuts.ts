/** The page of shortcuts: its parts in the order in which they are read, what one does most on the wall first. */
export const shortcutParts = {
  notes: 'Notes',
  select: 'Selecting',
  change: 'Changing',
  arrange: 'Moving and arranging',
  tools: 'Tools',
  types: 'Contact types',
  view: 'Looking around',
  page: 'This page',
} as const
export type ShortcutPart = keyof typeof shortcutParts

/** Several commands that are one thing with several keys. */
export const shortcutFamilies = {
  nudge: 'Move what lies free by 1',
  push: 'Move what lies free by 10',
  size: 'Make it wider, narrower, higher, less high',
  look: 'Look further in that direction',
}

export const noteTwice = 'Note; once more: after the selected one'

/** What only a pointer does, and the key that changes it. */
export const handWords = {
  title: 'With the pointer',
  rows: [
    ['Write, or a new note on the bare wall', 'Double click'],
    ['Open the menu', 'Right click, or rest a finger'],
    ['Add to the selection', 'Shift click'],
    ['Select what lies in a rectangle', 'Drag on the bare wall'],
    ['Select what lies in a line', 'Alt drag on the bare wall'],
    ['Take a copy along', 'Alt drag'],
    ['Put a note off the line’s order, in line with nothing', 'Ctrl drag'],
    ['Keep the proportion', 'Shift while resizing'],
    ['Draw a straight line', 'Shift while drawing'],
    ['Zoom', 'Ctrl wheel, or two fingers'],
  ],
} as const
