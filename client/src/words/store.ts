/** Sentences of the board on this device: the link, the answers of the server, what couldn't be done. */
export const storeWords = {
  linkGone: 'This link was renewed or your seat was closed. Ask the facilitator for the new link.',
  noSuchBoard: 'There is no such board here. It may have been deleted, or the link is cut off at its end.',
  boardOutOfReach: 'This board is not on this device yet, and the server can’t be reached. We try again by ourselves.',
  tryLater: 'The board can’t be reached at the moment.',
  tooSlow: 'The connection can’t keep up.',
  damaged: 'This board can’t be read at the moment.',
  restored: 'This board had to be restored. Look whether something of yours is missing.',
  noAnswer: 'The server has not answered. Look whether it happened before you try again.',
  offline: 'You are offline, and this needs the server. Try again when you are back.',
  closedPage: 'The board was closed on this page before the server answered.',
  unreadable: 'The board can’t take this. Please write it again.',
  notTaken: 'The board could not take this change.',
  nothingToUndo: 'There is nothing to undo.',
  nothingToRedo: 'There is nothing to do again.',
  undoSkipped: (reason: string) => `That step can’t be undone now. ${reason}`,
  redoSkipped: (reason: string) => `That step can’t be done again now. ${reason}`,
}
