export const homeWords = {
  promise: 'Find the moments that bring customers back.',
  lead: 'Put every contact a customer has with you on one wall. Pick the few that matter, grade them honestly, make them better. Leave with the plan filled in.',
  expects: 'what your customer expects',
  nameLabel: 'Name your board',
  nameExample: 'Harbour Street Dental',
  nameMissing: 'Give the board a name first. You can change it later.',
  start: 'Start a board',
  starting: 'Starting',
  noAccount: 'No account and nothing to install. Got a link or a code?',
  join: 'Join a board',
  joinLabel: 'Paste the link that you got',
  joinGo: 'Go there',
  joinNotALink: 'That does not look like a link to a board. It has /b/ in it, and a # near the end.',
  addWhy: 'Add the why',
  whyLabel: 'Why does this matter to us?',
  whyHint: 'Everybody reads it while they arrive. You can also write it in the lobby.',
  sampleWhy: 'Use the sample text',
  startFrom: 'Start from',
  changeLater: 'You can change everything later',
  onThisDevice: 'On this device',
  how: 'How a session runs',
}

/** The why of a made-up practice: shows how long and how plain a good one is. */
export const whySample =
  'People decide in the first minutes whether they will come back and tell their friends about us. We want them to, and each of us knows one moment that stands in the way.'

/** The three moments of the picture on the first page. */
export const pictureWords = {
  miserable: 'Waits, and nobody says for how long',
  neutral: 'Phones to book a visit',
  magical: 'A call next day: how are you feeling?',
  read: 'Three moments of a customer: the wait falls short of what they expect, booking by phone meets it, and a call the next day exceeds it.',
}

export const createdWords = {
  title: (board: string) => `${board} is ready.`,
  lead: 'Keep your own link. It is the only way back in on another device.',
  facilitator: 'Your link, the facilitator’s',
  facilitatorNote: 'Steers the session. Keep it to yourself.',
  participant: 'Participant link, shown in the code',
  participantNote: 'May add, move, tick, grade and think up. May not steer.',
  observer: 'Observer link',
  observerNote: 'Sees the wall and the form. Can change nothing.',
  copy: 'Copy',
  copyOf: (which: string) => `Copy: ${which}`,
  code: 'Code that opens the board for participants',
  point: 'Point a phone here.',
  noAccount: 'No account, no app.',
  pointNote: 'They type a first name and are on the wall.',
  open: 'Open the board',
  onlyHere: 'This address works on this computer only. To let phones in, start the server with --lan.',
}

export const sessionWords = {
  title: 'How a session runs',
  lead: 'About 90 minutes, with everybody who meets customers. You steer, they know.',
  steps: {
    post: 'Everybody writes down what happens to a customer, one contact on each note, in order.',
    colour: 'Each note gets the colour of how the customer is met: face-to-face, by phone, by post and so on.',
    choose: 'Everybody puts dots on the moments that matter most. Three to five stay.',
    assess: 'What do customers expect there? Then everybody grades it blind: magical, neutral or miserable.',
    ideas: 'Ideas for each one, without names. Nobody judges, everybody builds on them.',
    decide: 'Concerns are read out, ideas find merit or are parked for later.',
    plan: 'Who does what, by when, with which first small step. The form fills itself.',
  },
}

export const roleWords = {
  facilitator: 'you steer',
  participant: 'you take part',
  observer: 'you look on',
}

/** "Corner Bakery, 30 October". */
export function recentBoard(title: string, date: string): string {
  return `${title}, ${date}`
}

export function minutes(count: number): string {
  return `${count} min`
}

export const troubleWords = {
  away: 'The server did not answer. Nothing is lost, your words are still here. Try again in a moment.',
}
