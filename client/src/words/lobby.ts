import { phaseSentences } from './phase-sentences.ts'
import { capital, figured, inWords } from './number.ts'

export const lobbyWords = {
  why: phaseSentences.lobbyWhy,
  whyLabel: 'Why does this matter to us?',
  whyEmpty: 'Why does this matter to us? One or two plain sentences.',
  whySeen: phaseSentences.lobbyWhySeen,
  sample: 'Use the sample text',
  makesSense: 'That makes sense to me',
  plan: (minutes: number) => `What happens in the next ${minutes} minutes`,
  point: 'Point a phone here. No account.',
  copyLink: 'Copy link',
  noWhyYet: 'The why is still being written.',
  noAccount: 'No account.',
  onlyPassphrase: 'No account, just the passphrase.',
  pointShort: 'Point a phone here.',
  waitingForFacilitator: 'Waiting for the facilitator.',
  noName: 'No name yet',
  code: 'Code that opens the board for participants',
  open: 'Open the wall for everybody',
  openShort: 'Open the wall',
  noFrontLine: 'Nobody from the front line is here. They know the moments best.',
  facilitator: 'facilitator',
  observer: 'looks on',
  here: 'here',
  away: 'away',
  soon: 'The session opens soon.',
}

export const workplaceNames = {
  'front-line': 'front line',
  office: 'office',
  manager: 'manager',
}

export function peopleHere(count: number): string {
  return `${capital(inWords(count))} here`
}

export function waitingNote(count: number): string {
  return `${capital(inWords(count))} here, the session opens soon.`
}

export function observersHere(count: number): string {
  return figured(count, 'observer')
}

export function someMore(count: number): string {
  return `and ${inWords(count)} more`
}

function makesSenseCount(count: number, all: number): string {
  return `${count} of ${all} say it makes sense`
}

/** Under the why: how many have ticked that it makes sense. Never who. */
export function sharedWhy(count: number, all: number): string {
  return count === 0 ? lobbyWords.whySeen : `${makesSenseCount(count, all)}.`
}
