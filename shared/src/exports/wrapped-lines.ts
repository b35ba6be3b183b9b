/** What is narrower or broader than a digit of the standard font, which is one wide: columns say their width in these. */
const WIDTHS: readonly (readonly [width: number, signs: string])[] = [
  [0.5, " ',.:;’‘|Iijl"],
  [0.65, '!()-[]`{}frt“”'],
  [0.8, '"/\\Lcsz'],
  [0.93, '?FSZagkvxy'],
  [1, '0123456789'],
  [1.15, 'ABCRV'],
  [1.3, '&DGHNOQU%…'],
  [1.5, 'mw'],
  [1.8, '@MW—'],
]
const NO_WIDTH = /\p{Mn}|\p{Cf}/u
const SQUARE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]|\p{Extended_Pictographic}|[\u{20000}-\u{3ffff}]/u
/** Runs of the signs between which a line may end anywhere, blanks, and the words between them. */
const PARTS =
  /[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60\u{20000}-\u{3ffff}]|\s+|[^\s\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60\u{20000}-\u{3ffff}]+/gu

/** Other machines set the words in a font of their own, a little wider. */
const ROOM = 0.96

/**
 * Into how many lines a spreadsheet wraps a text in a column so wide: a good guess, for some show a row only as high as
 * its file says. Rather one line too many than words cut off.
 */
export function wrappedLines(text: string, width: number): number {
  return text.split('\n').reduce((count, line) => count + linesOf(line, width * ROOM), 0)
}

function linesOf(line: string, room: number): number {
  let lines = 1
  let taken = 0
  for (const [part] of line.matchAll(PARTS)) {
    const wide = widthOf(part)
    if (taken + wide <= room) taken += wide
    else if (part.trim() === '') taken = room
    else {
      // A word that fits no line begins one and is broken in it.
      lines += (taken === 0 ? 0 : 1) + Math.ceil(wide / room) - 1
      taken = wide % room
    }
  }
  return lines
}

function widthOf(text: string): number {
  let width = 0
  for (const sign of text) width += LATIN[sign.charCodeAt(0)] ?? signWidth(sign)
  return width
}

function signWidth(sign: string): number {
  if (SQUARE.test(sign)) return 2.1
  if (NO_WIDTH.test(sign)) return 0
  return WIDTHS.find(([, signs]) => signs.includes(sign))?.[0] ?? 1.05
}
const LATIN: readonly number[] = Array.from({ length: 128 }, (_, code) => signWidth(String.fromCharCode(code)))
