import type { Line } from './text-layout.ts'

/** Where something stands in a text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What looks like a web address in a text. */
export interface WebAddress extends Span {
  readonly address: string
}

/** What looks like one, in the text's order; whether it is one, whoever opens it asks. */
export function addressesIn(text: string): readonly WebAddress[] {
  // Most notes have none, and nobody pays for them.
  if (!text.includes('://')) return []
  return [...text.matchAll(/\bhttps?:\/\/[^\s<>"'`\p{Cc}]+/giu)].map(({ 0: raw, index }) => {
    const address = withoutEnd(raw)
    return { start: index, end: index + address.length, address }
  })
}

/** What ends the sentence doesn't belong to the address; a bracket does if it was opened there. */
function withoutEnd(raw: string): string {
  const address = raw.replace(/[.,;:!?…“”‘’»]+$/u, '')
  return address.endsWith(')') && !address.includes('(') ? withoutEnd(address.slice(0, -1)) : address
}

/** The part of something that stands in one line; its letters within that line. */
export interface LinePart<Each> {
  readonly of: Each
  readonly line: number
  readonly from: number
  readonly to: number
}

/** Where spans of `words` stand in the lines that these were laid out in. */
export function partsInLines<Each extends Span>(
  words: string,
  lines: readonly Line[],
  spans: readonly Each[],
): readonly LinePart<Each>[] {
  if (spans.length === 0) return []
  const parts: LinePart<Each>[] = []
  let at = 0
  for (const [line, { text }] of lines.entries()) {
    // Only blanks are left out between two lines.
    const start = Math.max(at, words.indexOf(text, at))
    at = start + text.length
    for (const span of spans) {
      const [from, to] = [Math.max(span.start, start) - start, Math.min(span.end, at) - start]
      if (from < to) parts.push({ of: span, line, from, to })
    }
  }
  return parts
}
