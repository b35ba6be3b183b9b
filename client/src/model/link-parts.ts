import type { Line, TextLayout } from '@momentous/shared/scene/text-layout'
import { partsInLines } from '@momentous/shared/scene/web-addresses'
import { linksIn } from './web-links.ts'

/** The part of an address that stands in one line of a note's words. */
export interface LinkPart {
  readonly line: number
  /** Its letters within the line. */
  readonly from: number
  readonly to: number
  readonly href: string
}

/** Where the addresses in `words` stand in the lines that they were laid out in. */
export function linkParts(words: string, lines: readonly Line[]): readonly LinkPart[] {
  return partsInLines(words, lines, linksIn(words)).map(({ of, ...part }) => ({ ...part, href: of.href }))
}

/** A hand may miss a letter by so much, in board units: letters are taken to be equally wide. */
const SLACK = 8

/** The address that stands at a point of the box in which the words lie; null beside all of them. */
export function linkAt(
  words: string,
  { lines, leading, rightToLeft }: TextLayout,
  box: { readonly w: number },
  { x, y }: { readonly x: number; readonly y: number },
): string | null {
  const found = linkParts(words, lines).find(({ line, from, to }) => {
    const { text = '', width = 0 } = lines[line] ?? {}
    const letter = text.length === 0 ? 0 : width / text.length
    const [left, right] = rightToLeft ? [box.w - to * letter, box.w - from * letter] : [from * letter, to * letter]
    return y >= line * leading && y < (line + 1) * leading && x >= left - SLACK && x <= right + SLACK
  })
  return found?.href ?? null
}
