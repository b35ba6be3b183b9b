/** Addresses in the words of a note. */
export const webLinkWords = {
  open: 'Open the link in it, in a new tab',
  none: 'There is no link in these words.',
}
