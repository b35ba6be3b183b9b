export const homeWords = {
  promise: 'Find the moments that bring customers back.',
  lead: 'Put every contact a customer has with you on one wall. Pick the few that matter, grade them honestly, make them better. Leave with the plan filled in.',
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
  forget: (board: string) => `Forget ${board} on this device`,
  how: 'How a session runs',
}

/** The why of a made-up practice: shows how long and how plain a good one is. */
export const whySample =
  'People decide in the first minutes whether they will come back and tell their friends about us. We want them to, and each of us knows one moment that stands in the way.'

export const roleWords = {
  facilitator: 'you steer',
  participant: 'you take part',
  observer: 'you look on',
}

/** "Corner Bakery, 30 October". */
export function recentBoard(title: string, date: string): string {
  return `${title}, ${date}`
}
