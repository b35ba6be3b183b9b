import { counted, capital } from './number.ts'

export const shareWords = {
  title: 'Bring people in',
  point: 'Point a phone here.',
  noAccount: 'No account, no app.',
  theyType: 'They type a first name and are on the wall.',
  theyTypeBoth: 'They type the passphrase and a first name, and are on the wall.',
  doorClosed: 'The door is closed: nobody new comes in. A facilitator opens it under People.',
  link: 'The participant link',
  code: 'Code that opens the board for participants',
  copyLink: 'Copy link',
  fullScreen: 'Show the code full screen',
  print: 'Print it',
  participant: 'Participant link, shown above',
  participantPlain: 'Participant link',
  participantNote: 'May add, move, tick, grade and think up. May not steer.',
  observer: 'Observer link',
  observerNote: 'Sees the wall and the form. Can change nothing.',
  facilitator: 'Second facilitator',
  facilitatorNote: 'Steers like you. Takes over if you drop out.',
  copy: 'Copy',
  copyOf: (which: string) => `Copy: ${which}`,
  renew: 'Renew',
  renewTitle: 'Renew the participant link?',
  renewWords: 'The old link stops working at once, and everybody who came in with it has to use the new one.',
  renewDo: 'Renew it',
  keepLink: 'Keep the old one',
  onlyHere: 'This address works on this computer only. To let phones in, start the server with --lan.',
  onlyFacilitator: 'Only the facilitator hands out links.',
  notHere: 'This device does not know the participant link.',
  notHereWords:
    'A link is known only to the device that made it. Copy it there, or renew it here: the old one then stops working.',
  unknownHere: 'Known to the device that made it. Renew it to have it here.',
  askFacilitator: 'A facilitator can show the code and hand out links.',
  renewObserver: 'Renew the observer link?',
  renewFacilitator: 'Renew the facilitator link?',
  renewObserverWords: 'The old link stops working at once, and everybody who looks on with it has to use the new one.',
  renewFacilitatorWords:
    'The old link stops working at once, and everybody who steers with it has to use the new one. Whoever was raised by name stays.',
  renewFailed: 'The link could not be renewed. The old one still works. Try again in a moment.',
}

export function usedBy(count: number): string {
  return count === 0 ? 'not used yet' : `${count} ${count === 1 ? 'has' : 'have'} used it`
}

export function renewed(closed: number): string {
  return `The link is new. ${capital(counted(closed, 'seat'))} closed.`
}
