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

// C0 without tab and line feed, DEL, C1, and the two code points that XML forbids.
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\0-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]/gu
