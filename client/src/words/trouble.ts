/** When the server stands in the way. */
export const troubleWords = {
  away: 'The server did not answer. Nothing is lost, your words are still here. Try again in a moment.',
}

/** When a part of the page can't be drawn. */
export const brokenWords = {
  title: 'This page could not be drawn.',
  lead: 'What was saved is safe on the server. Load the page again.',
  again: 'Load it again',
}

/** When a part of the page can't be fetched: it is older than what the server has now, or there is no network. */
export const missingPartWords = {
  title: 'This part of the page could not be loaded.',
  lead: 'Either there is no network at the moment, or there is a newer version. What you did so far is kept. It comes by itself as soon as it can; if it doesn’t, load the page again.',
  again: 'Reload',
  close: 'Carry on without it',
  opening: 'Opening',
}

/** A new version of the application lies on the device. */
export const newVersionWords = {
  region: 'A new version',
  title: 'A new version is ready.',
  lead: 'Reload when it suits you. What you did so far is kept.',
  reload: 'Reload',
  later: 'Later',
}
