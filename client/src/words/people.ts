import { capital, inWords } from './number.ts'

export const peopleWords = {
  title: 'People',
  you: 'you',
  facilitator: 'steers',
  observer: 'looks on',
  ready: 'ready',
  away: 'away',
  quiet: 'While ideas are open nobody is shown to go, to come back or to be ready: it could point at somebody.',
  heir: 'takes over if you drop out',
  makeHeir: 'Let them take over if I drop out',
  takeHeir: 'Nobody takes over',
  raise: 'Make a second facilitator',
  handOver: 'Hand the session over',
  handOverTitle: (name: string) => `Hand the session over to ${name}?`,
  handOverWords: 'They steer from then on. You take part, and they can hand it back.',
  handOverDo: 'Hand it over',
  remove: 'Take off the board',
  removeTitle: (name: string) => `Take ${name} off the board?`,
  removeWords: 'Their notes and dots stay. They need a link to come back in.',
  removeDo: 'Take them off',
  keep: 'Leave it as it is',
  rename: 'Change my name',
  leave: 'Leave this board',
  lower: 'Make a participant again',
  lowerWords: 'They take part like everybody else from then on.',
  lowerTitle: (name: string) => `Make ${name} a participant again?`,
  closeDoor: 'Close the door',
  openDoor: 'Open the door',
  doorOpen: 'Links bring newcomers in.',
  doorAsks: 'A link and the passphrase bring newcomers in.',
  doorClosed: 'Nobody new comes in. Who is here stays, and may come back.',
  yourName: 'Your name',
  yourPlace: 'Where you work',
  noPlace: 'Not said',
  keepName: 'Keep it',
  noName: 'No name yet',
  moreAbout: (name: string) => `More about ${name}`,
}

export function peopleCount(count: number): string {
  return `${capital(inWords(count))} here`
}

export function arrived(name: string): string {
  return `${name} is here.`
}

export function left(name: string): string {
  return `${name} has left.`
}
