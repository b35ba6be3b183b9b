/**
 * Text that every format can hold: each kind of line break is a line feed, half of a broken character becomes the
 * replacement character, and controls that no file format has a meaning for are left out.
 */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/gu, '\n')
    .replace(CONTROLS, '')
}

/** All controls but tab and line feed, and the two code points that XML forbids. */
const CONTROLS = /(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu
