import type { Phase } from '@momentous/shared/domain/phase'
import { figured } from './number.ts'

/** Top bar, phase steps, prompt's right side, saved indicator. */
export const frameWords = {
  product: 'Momentous',
  share: 'Share',
  people: 'People',
  howASessionRuns: 'How a session runs',
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
  laterTitle: 'The server asks for a little patience.',
  facilitator: 'the facilitator',
}

export const savedWords = {
  saved: 'Saved',
  saving: 'Saving',
  offline: (kept: number) => (kept === 0 ? 'Offline' : `Offline, ${figured(kept, 'change')} kept`),
  notSaved: 'Not saved',
  savedTip: 'Every change is on disk.',
  savingTip: 'On its way to the disk.',
  offlineTip: 'Keep going. Your changes are safe on this device.',
  notSavedTip: 'The server cannot write at the moment. We try again by ourselves, and nothing is lost.',
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
