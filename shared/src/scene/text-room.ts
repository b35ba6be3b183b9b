import { noteSizes } from './text-layout.ts'

/** No font that a note may fall back to has wider letters than these, as parts of its size. */
const WIDEST = 1.1
const CAPITAL = 0.9
const SMALL = 0.66
/** Letters beyond these may be of any width, and form words of any length. */
const LATIN = 0x250

function widthAtMost(code: number): number {
  if (code === 77 || code === 87 || code === 64 || code === 37 || code === 109 || code === 119) return WIDEST
  return code < 33 || (code > 96 && code < 123) ? SMALL : CAPITAL
}

/**
 * Will these words fit whatever the font, at the smallest size at the latest? Answered without measuring anything: most
 * notes of a large board are never looked at closely. False means that they have to be laid out to know.
 */
export function surelyFits(text: string, width: number, height: number): boolean {
  const { size, leading } = noteSizes[noteSizes.length - 1] ?? noteSizes[0]
  let paragraphs = 1
  let total = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= LATIN) return false
    if (code === 10) paragraphs++
    else total += widthAtMost(code)
  }
  // Of two lines that follow each other, the first word of the second had no room in the first.
  const lines = Math.ceil((2 * total * size) / width) + paragraphs
  return lines * leading <= height
}
