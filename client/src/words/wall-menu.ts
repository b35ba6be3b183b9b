/** The menu of the bare wall. */
export const wallMenuWords = {
  title: 'What to do here',
  note: 'Note here',
  all: 'Select everything',
  fit: 'Show everything',
  empty: 'The wall is empty.',
}
