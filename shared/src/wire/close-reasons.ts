/** What a close says in words. A page tells by these sentences why its link no longer opens the board (4401). */
export const closeReasons = {
  unknownLink: 'This link does not open the board.',
  linkClosed: 'This link was renewed or closed.',
  seatRemoved: 'This seat was taken off the board.',
  doorClosed: 'The door of this board is closed.',
  passphrase: 'This board asks for a passphrase. Take a seat with it first.',
  deleted: 'This board was deleted.',
} as const
