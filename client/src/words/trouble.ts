/** When the server stands in the way. */
export const troubleWords = {
  away: 'The server did not answer. Nothing is lost, your words are still here. Try again in a moment.',
}

/** When a part of the page can't be fetched or drawn. */
export const brokenWords = {
  title: 'This page could not be drawn.',
  lead: 'What was saved is safe on the server. Load the page again.',
  again: 'Load it again',
}
