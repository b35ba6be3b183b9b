/** The stages of the timeline: on the wall, in its menus and in the list. */
export const stageWords = {
  title: 'Title of this stage',
  empty: 'Title of this stage',
  untitled: 'Stage without a title',
  begin: 'Begin a stage here',
  beginBefore: 'Begin a stage before the selected note',
  rename: 'Change the title',
  earlier: 'Let it begin one moment earlier',
  later: 'Let it begin one moment later',
  remove: 'Take the stage off',
  renameIts: 'Change the title of the stage of the selected note',
  earlierIts: 'Let the stage of the selected note begin one moment earlier',
  laterIts: 'Let the stage of the selected note begin one moment later',
  removeIts: 'Take the stage of the selected note off',
  first: 'It begins with the first moment already.',
  last: 'No moment comes after its beginning.',
  noStage: 'The selected note stands under no stage.',
  gone: 'Somebody took this stage off meanwhile.',
  menu: 'What to do with this stage',
  notOnLine: 'Select a note of the timeline first.',
}

/** "Stage: At the desk" */
export function stageName(title: string): string {
  const said = title.trim()
  return said === '' ? 'Stage without a title' : `Stage: ${said}`
}

/** What the three dots beside a stage in the list open. */
export function stageMenuOf(title: string): string {
  const said = title.trim()
  return `What to do with the stage ${said === '' ? 'without a title' : `“${said}”`}`
}
