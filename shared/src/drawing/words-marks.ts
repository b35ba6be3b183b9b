import type { Point } from '../scene/geometry.ts'
import { baselineOf, type TextLayout } from '../scene/text-layout.ts'
import type { Add } from './drawing.ts'

/** How heavy the words are that people write. */
export const WRITTEN = 500

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
