import type { Line, TextLayout } from '@momentous/shared/scene/text-layout'
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
  const links = linksIn(words)
  if (links.length === 0) return []
  const parts: LinkPart[] = []
  let at = 0
  for (const [line, { text }] of lines.entries()) {
    // Only blanks are left out between two lines.
    const start = Math.max(at, words.indexOf(text, at))
    at = start + text.length
    for (const link of links) {
      const [from, to] = [Math.max(link.start, start) - start, Math.min(link.end, at) - start]
      if (from < to) parts.push({ line, from, to, href: link.href })
    }
  }
  return parts
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
