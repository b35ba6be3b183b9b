/** The menu of the bare wall. */
export const wallMenuWords = {
  title: 'What to do here',
  note: 'Note here',
  all: 'Select all notes',
  fit: 'Show everything',
  noNotes: 'The wall has no notes yet.',
}
