import { dateWords, dayWords } from './date.ts'
import { figured } from './number.ts'

/** What the board asks for at its door, and when it goes by itself. */
export const termsWords = {
  passphrase: 'Passphrase',
  passphraseNone: 'A link is enough to come in.',
  passphraseSet: 'Newcomers say it once. Who has a seat is never asked.',
  passphraseAsk: 'Ask for one',
  passphraseChange: 'Change',
  passphraseTitle: 'Ask newcomers for a passphrase',
  passphraseWhy:
    'Say it in the room or on the call, not beside the link. It is asked once, when somebody takes a seat. The server keeps a hash of it, so nobody can look it up later.',
  passphraseField: 'Passphrase',
  passphraseHint: 'Eight letters at least. Four words in a row are easy to say.',
  passphraseKeep: 'Ask for it',
  passphraseDrop: 'Ask for none',
  retention: 'Deletion',
  retentionNever: 'The board stays until somebody deletes it.',
  retentionChange: 'Set',
  retentionTitle: 'When is this board deleted?',
  retentionWhy: 'Then nothing of it is left on the server: no content, no names, no links. Export the form before.',
  retentionChoice: 'This board is deleted',
  never: 'Never',
  neverNote: 'Until somebody deletes it.',
  onDay: 'At the end of a day',
  onDayNote: 'Also while somebody is on the board.',
  day: 'Day',
  afterSilence: 'After some days without anybody',
  afterSilenceNote: 'Every visit begins them anew.',
  silence: 'Days without anybody',
  keep: 'Keep this',
  cancel: 'Cancel',
  delete: 'Delete this board now',
  deleteNote: 'For everybody, and for good.',
  deleteDo: 'Delete',
  deleteTitle: 'Delete this board for everybody?',
  deleteWhy:
    'Nothing of it is left on the server: no content, no names, no links. Whoever is on it now reads that it is gone. This can’t be taken back, so export the form before.',
  deleteKeep: 'Keep the board',
  deleteSure: 'Delete it for everybody',
  deleteFailed: 'The board could not be deleted. It is still here. Try again in a moment.',
  noDay: 'Choose a day that is still to come.',
  nearlyFull: 'This board is nearly full.',
  nearlyFullMore:
    'Once it is, what is here can still be changed and put into the bin, and nothing more is added. Export the form, and start another board for what comes next.',
  noticeMore: 'After that nothing of it is left. Export the form before.',
}

export const silenceDays = [7, 14, 30, 90, 180, 365] as const

export function daysOption(days: number): string {
  return figured(days, 'day')
}

/** When the board goes by itself; null for never. `at` is told as a day of this device's calendar. */
export function deletionWords(at: number | null, idleDays: number | null): string | null {
  if (at !== null) return `This board is deleted at the end of ${dayWords(at)}.`
  return idleDays === null ? null : `This board is deleted after ${figured(idleDays, 'day')} without anybody.`
}

/** The same where it is near: with the day of the week. */
export function deletionNotice(date: string): string {
  return `This board is deleted at the end of ${dateWords(date)}.`
}
