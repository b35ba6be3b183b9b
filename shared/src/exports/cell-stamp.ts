import { plainText } from './plain-text.ts'

/** So many signs stand for the words of one cell: one change in thirty million goes unseen. */
const LENGTH = 5
const SIGNS = 'abcdefghijkmnpqrstuvwxyz23456789'
/** Begins what a stamp says of the rows around; none of the signs. */
const AROUND = '0'
/** So many signs stand for a neighbour: the name of a bookmark in a document has room for no more. */
const NEIGHBOUR = 4

/**
 * What of a cell counts when two are compared: its words as every format can hold them. Blanks at the ends of lines come
 * and go with the program that a file was opened in.
 */
export function comparable(text: string): string {
  // Line by line: an expression for blanks before an end begins anew at every blank of a long row of them.
  const lines = plainText(text)
    .split('\n')
    .map((line) => line.trimEnd())
  return lines.join('\n').trim().normalize('NFC')
}

/**
 * What a row's cells said when they were exported, as a short stamp that travels with the row. By it an edited file and
 * a board that went on meanwhile are told apart cell by cell, and nobody has to keep the file that went out.
 */
export function stampOf(cells: readonly string[]): string {
  return cells.map((cell) => signsOf(comparable(cell), LENGTH)).join('')
}

/**
 * The stamp of a row with the rows around it: by that an editor's new order is told from one in which the file went out,
 * and a row that was taken out of the file from one that was never in it. Nobody stands before the first and behind the last.
 */
export function stampAmong(stamp: string, before: string | null, after: string | null): string {
  return stamp + AROUND + neighbourSigns(before) + neighbourSigns(after)
}

/** What stands for a row where another one says that it was beside it. */
export function neighbourSigns(id: string | null): string {
  return signsOf(id ?? '', NEIGHBOUR)
}

/** Which rows a row was between when it was exported; null when its stamp doesn't tell. */
export function neighboursOf(stamp: string): { readonly before: string; readonly after: string } | null {
  const [, around] = stamp.split(AROUND)
  return around === undefined ? null : { before: around.slice(0, NEIGHBOUR), after: around.slice(NEIGHBOUR) }
}

/** The stamp, with what it says of so many cells at most. */
export function stampUpTo(stamp: string, cells: number): string {
  const [said = '', around] = stamp.split(AROUND)
  return said.slice(0, cells * LENGTH) + (around === undefined ? '' : AROUND + around)
}

/** Is this what the cell said when its row was stamped? Null when the stamp doesn't reach so far. */
export function saidAtExport(stamp: string, index: number, text: string): boolean | null {
  const [cells = ''] = stamp.split(AROUND)
  const said = cells.slice(index * LENGTH, (index + 1) * LENGTH)
  return said.length < LENGTH ? null : said === signsOf(comparable(text), LENGTH)
}

/** Can this be a stamp at all? */
export function isStamp(text: string): boolean {
  return text.length <= LENGTH * 40 && /^(?:[a-kmnp-z2-9]{5})*(?:0[a-kmnp-z2-9]{8})?$/u.test(text)
}

/** FNV-1a over the UTF-16 units, stirred once more at the end; no secret, only a mark of change. */
function signsOf(words: string, length: number): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < words.length; at++) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  hash = (hash ^ (hash >>> 16)) >>> 0
  let stamp = ''
  for (let sign = 0; sign < length; sign++) {
    stamp += SIGNS.charAt(hash & 31)
    hash >>>= 5
  }
  return stamp
}
