import type { Point } from '../scene/geometry.ts'
import { baselineOf, type TextLayout } from '../scene/text-layout.ts'
import { addressesIn, partsInLines } from '../scene/web-addresses.ts'
import type { Add, MeasureWords } from './drawing.ts'
import { WRITTEN } from './written.ts'

/** Laid-out words in their box. */
export function wordsMarks(
  { lines, size, leading, rightToLeft }: TextLayout,
  { x, y, w }: Point & { readonly w: number },
  colour: string,
  add: Add,
): void {
  const first = y + baselineOf({ size, leading })
  const written = { kind: 'words', x: rightToLeft ? x + w : x, weight: WRITTEN, align: 'start' } as const
  lines.forEach(({ text, width }, at) => {
    if (text.trim() !== '') add({ ...written, y: first + at * leading, text, width, size, colour, rightToLeft })
  })
}

/** Below the letters' feet. */
const BELOW = 2.5

/** A line under each web address in words that were laid out in this box. */
export function addressMarks(
  words: string,
  layout: TextLayout,
  { x, y, w }: Point & { readonly w: number },
  { colour, measure }: { readonly colour: string; readonly measure: MeasureWords },
  add: Add,
): void {
  const { lines, size, leading, rightToLeft } = layout
  for (const { line, from, to } of partsInLines(words, lines, addressesIn(words))) {
    const { text = '' } = lines[line] ?? {}
    const widthTo = (letter: number) => measure(text.slice(0, letter), size, WRITTEN)
    const [start, end] = [widthTo(from), widthTo(to)]
    const left = rightToLeft ? x + w - end : x + start
    const top = y + baselineOf(layout) + line * leading + BELOW
    add({ kind: 'box', x: left, y: top, w: end - start, h: 1, corner: 0, fill: colour, line: null })
  }
}
