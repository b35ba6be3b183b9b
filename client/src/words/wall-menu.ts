/** The menu of the bare wall. */
export const wallMenuWords = {
  title: 'What to do here',
  note: 'Note here',
  paste: 'Paste',
  pasteByKey: 'Press Ctrl V, on a Mac ⌘ V: browsers hand over what was copied only by key.',
  all: 'Select all notes',
  fit: 'Show everything',
  noNotes: 'The wall has no notes yet.',
}
