/** A board's file on the first page. */
export const startFileWords = {
  start: 'Start from a file',
  drop: 'or drop a board’s file here: .json, or the one .html to keep',
  dropNow: 'Let go to open it',
  reading: 'Opening the file',
  noBoard:
    'This is no whole board. A board’s file ends in .json or .html. A form comes back in its board: “Bring a file back”, under the board’s name.',
  tooLarge: 'This file is larger than 32 MB, which no board is.',
  away: 'The server did not answer. Try again in a moment.',
}
