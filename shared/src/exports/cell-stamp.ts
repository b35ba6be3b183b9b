import { plainText } from './plain-text.ts'

/** So many signs stand for the words of one cell: one change in thirty million goes unseen. */
const LENGTH = 5
const SIGNS = 'abcdefghijkmnpqrstuvwxyz23456789'

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
  return cells.map(stampOfCell).join('')
}

/** Is this what the cell said when its row was stamped? Null when the stamp doesn't reach so far. */
export function saidAtExport(stamp: string, index: number, text: string): boolean | null {
  const said = stamp.slice(index * LENGTH, (index + 1) * LENGTH)
  return said.length < LENGTH ? null : said === stampOfCell(text)
}

/** Can this be a stamp at all? */
export function isStamp(text: string): boolean {
  return text.length % LENGTH === 0 && text.length <= LENGTH * 40 && /^[a-km-z2-9]*$/u.test(text)
}

/** FNV-1a over the UTF-16 units, stirred once more at the end; no secret, only a mark of change. */
function stampOfCell(text: string): string {
  const words = comparable(text)
  let hash = 0x811c9dc5
  for (let at = 0; at < words.length; at++) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  hash = (hash ^ (hash >>> 16)) >>> 0
  let stamp = ''
  for (let sign = 0; sign < LENGTH; sign++) {
    stamp += SIGNS.charAt(hash & 31)
    hash >>>= 5
  }
  return stamp
}
