/** The menu under the board's name. */
export const boardMenuWords = {
  rename: 'Rename the board',
  name: 'Name of the board',
  keepName: 'Keep the name',
  cancel: 'Cancel',
  settings: 'Settings',
  form: 'The planning form',
  find: 'Find words',
  findHasNoWall: 'Find looks through the wall, and this phase has none.',
  commands: 'Find a command',
  shortcuts: 'Keyboard shortcuts',
  bringBack: 'Bring a file back',
  leave: 'Leave the board',
  unnamed: 'A board without a name',
}
