import {
  channelOrder,
  channels,
  printedSettings,
  type ChannelId,
  type OwnChannel,
  type Setting,
} from '@momentous/shared/domain/contact-type'
import { MOMENT_TEXT_MAX } from '@momentous/shared/domain/moment'
import { cellsOf } from './cells.ts'
import { folded } from './folded.ts'

/** So many notes come of one paste. */
export const PASTED_MAX = 1_000
/** Beyond it nothing is read: a thousand full notes are a good half of it. */
const READ_MAX = 1_000_000
/** Blank lines are read too. */
const LINES_MAX = 20_000

export interface PastedMoment {
  readonly text: string
  readonly channel: ChannelId | null
  readonly setting: Setting | null
}

export interface Pasted {
  readonly moments: readonly PastedMoment[]
  /** Was there more than one paste takes? */
  readonly over: boolean
  /** How many of them were longer than a note's words may be. */
  readonly cut: number
  /** Was there anything in a table beside words and contact types? */
  readonly beside: boolean
}

type Contact = Pick<PastedMoment, 'channel' | 'setting'>
type Rows = readonly (readonly string[])[]

/**
 * What a text from elsewhere becomes: a note a line. Of a spreadsheet's cells or a CSV the first column has the words,
 * and the second may name a contact type. Blank lines are passed over.
 */
export function pastedMoments(text: string, own: readonly OwnChannel[]): Pasted {
  const read = clean(text.slice(0, READ_MAX))
  const contacts = contactNames(own)
  const rows = tableOf(read, contacts) ?? lines(read).map((line) => [withoutBullet(line)])
  const filled = rows.filter(([first = ''], at) => first.trim() !== '' && !(at === 0 && isHeading(first, rows)))
  const taken = filled.slice(0, PASTED_MAX).map(([first = '', second = '']) => ({
    words: first.trim(),
    ...(contacts.get(folded(second)) ?? { channel: null, setting: null }),
  }))
  return {
    moments: taken.map(({ words, channel, setting }) => ({ text: cutWords(words), channel, setting })),
    over: text.length > READ_MAX || rows.length >= LINES_MAX || filled.length > PASTED_MAX,
    cut: taken.filter(({ words }) => words.length > MOMENT_TEXT_MAX).length,
    beside: filled.some(([, second = '', ...more]) =>
      [contacts.has(folded(second)) ? '' : second, ...more].some((cell) => cell.trim() !== ''),
    ),
  }
}

/** What heads the first column of the planning form is no moment. */
function isHeading(first: string, rows: Rows): boolean {
  return rows.some(({ length }) => length > 1) && folded(first) === 'moment of truth'
}

/** A line without the bullet or number that a list put before it. */
export function withoutBullet(line: string): string {
  return line.replace(/^\s*(?:[-*•–]|\d{1,3}[.)])\s+/u, '').trim()
}

/** As much as a note takes, and never half a character. */
export function cutWords(words: string): string {
  if (words.length <= MOMENT_TEXT_MAX) return words
  const end = /[\uD800-\uDBFF]/u.test(words.charAt(MOMENT_TEXT_MAX - 1)) ? MOMENT_TEXT_MAX - 1 : MOMENT_TEXT_MAX
  return words.slice(0, end)
}

/** Without broken characters, and without signs that nobody can see or type; a tab and a line's end stay. */
function clean(text: string): string {
  return text.toWellFormed().replace(/(?![\t-\r\u0085])\p{Cc}|\ufeff/gu, '')
}

function lines(text: string): readonly string[] {
  return text.split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/u, LINES_MAX)
}

/** The rows of a table; null when this is none: a comma in a sentence parts nothing. */
function tableOf(text: string, contacts: ReadonlyMap<string, Contact>): Rows | null {
  if (text.includes('\t')) return cellsOf(text, '\t', LINES_MAX) ?? lines(text).map((line) => line.split('\t'))
  const rows = cellsOf(text, ',', LINES_MAX)?.filter((cells) => cells.some((cell) => cell.trim() !== ''))
  const columns = rows?.[0]?.length ?? 0
  if (!rows || columns === 0 || rows.some(({ length }) => length !== columns)) return null
  const quoted = /^\s*"/u.test(text)
  const typed = rows.every(([, second = '']) => second.trim() === '' || contacts.has(folded(second)))
  return quoted || (columns > 1 && typed) ? rows : null
}

/** What a contact type may be called in a table: as on the board, with its setting, or as on the printed form. */
function contactNames(own: readonly OwnChannel[]): ReadonlyMap<string, Contact> {
  const names = new Map<string, Contact>()
  for (const { id, label } of own) names.set(folded(label), { channel: id, setting: null })
  for (const { row, channel, setting } of printedSettings) names.set(folded(row), { channel, setting })
  for (const channel of channelOrder) names.set(folded(channels[channel].label), { channel, setting: null })
  names.delete('')
  return names
}
