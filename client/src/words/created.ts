/** The page after Start: the board’s three links. */
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
