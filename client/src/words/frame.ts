import type { Phase } from '@momentous/shared/domain/phase'
import { figured } from './number.ts'

/** Top bar, phase steps, prompt's right side, saved indicator. */
export const frameWords = {
  product: 'Momentous',
  share: 'Share',
  people: 'People',
  howASessionRuns: 'How a session runs',
  savePicture: 'Save a picture',
  boardMenu: 'About this board',
  steps: 'Steps of the session',
  moreSteering: 'More ways to steer',
  bringEveryone: 'Bring everyone here',
  timer: 'Timer',
  startTimer: 'Start the timer',
  stopTimer: 'Take the timer away',
  imReady: 'I’m ready',
  notReady: 'Not ready yet',
  lookingOn: 'You are looking on',
  toTheQuestion: 'To the question',
  toTheList: 'To the list',
  toTheWall: 'To the wall',
  switchToDark: 'Switch to dark',
  switchToLight: 'Switch to light',
  offlineTitle: 'You are offline. Carry on.',
  facilitator: 'the facilitator',
}

export const savedWords = {
  saved: 'Saved',
  saving: 'Saving',
  offline: (kept: number) => (kept === 0 ? 'Offline' : `Offline, ${figured(kept, 'change')} waiting`),
  notSaved: 'Can’t save',
  savedMeans: 'Every change is on the server’s disk.',
  savingMeans: 'On its way to the server’s disk. Leave the page open until it says Saved.',
  notSavedMeans:
    'The server can’t write to its disk at the moment. We try again by ourselves. If it goes on, tell whoever runs the server.',
  noLink: 'There is no link to the server.',
  carryOn: 'Carry on: what you do now waits on this device and goes out when the link is back.',
  goesOut:
    'All of it goes out by itself when the link is back. You may even close the page and open the board here later.',
  waits: waiting,
  /** The device itself is in the way. */
  keepsNothing:
    'This device can’t keep changes while offline: it may be a private window, or out of space. Leave this page open until it says Saved.',
  backNow: 'Saved again.',
}

function waiting(kept: number): string {
  return kept === 0 ? '' : `${figured(kept, 'change')} ${kept === 1 ? 'waits' : 'wait'} on this device.`
}

/** Words that the server has not taken, for their author to take along. */
export const unsavedWords = {
  title: 'Words of yours that are not saved:',
  copy: 'Copy my words',
  file: 'Keep them as a file',
  fileName: 'my words.txt',
  drop: 'Let them go',
}

/** No link, and the server has said why. */
export const laterWords = {
  busy: { title: 'The server asks for a little patience.', more: 'We try again by ourselves.' },
  slow: {
    title: 'The connection can’t keep up.',
    more: 'More happens on the board than gets through to you. We go on trying.',
  },
  damaged: {
    title: 'The server can’t read this board.',
    more: 'Tell whoever runs it. We look again by ourselves.',
  },
}

/** What the phone's header calls each phase. */
export const phaseTasks: Readonly<Record<Phase, string>> = {
  lobby: 'Before we start',
  post: 'Post the moments',
  colour: 'Colour the moments',
  choose: 'Choose what matters',
  assess: 'Grade the moment',
  ideas: 'Think up ideas',
  decide: 'Decide on ideas',
  plan: 'Plan what we do',
}

export function nextPhase(label: string): string {
  return `Next: ${label}`
}

export function readyCount(ready: number, all: number): string {
  return `${ready} of ${all} ready`
}

export function finishedCount(finished: number, all: number): string {
  return `${finished} of ${all} finished`
}

export function stepOf(number: number, all: number, label: string): string {
  return `${number} of ${all} ${label}`
}

export function minutesShort(minutes: number): string {
  return `${minutes} min`
}

export function observerOf(facilitator: string): string {
  return `You are looking on with this link. Ask ${facilitator} for a participant link to join in.`
}

export function heirSteers(gone: string, heir: string): string {
  return `${gone} has dropped out. ${heir} steers now.`
}

export function offlineCard(kept: number): string {
  if (kept === 0) return 'What you do now is kept on this device and joins the wall when you are back.'
  return `${figured(kept, 'change')} ${kept === 1 ? 'is' : 'are'} kept on this device and ${kept === 1 ? 'joins' : 'join'} the wall when you are back.`
}

export function broughtBy(name: string): string {
  return `${name} brought everyone here.`
}
