import { linkParts } from '../model/link-parts.ts'
import type { TextLayout } from '@momentous/shared/scene/text-layout'

/** Below the letters' feet. */
const BELOW = 2.5

/** Underlines the addresses in a note's words, in the colour and font that these were just written with. */
export function paintLinks(
  ctx: CanvasRenderingContext2D,
  words: string,
  { lines, leading, rightToLeft }: TextLayout,
  { x, y }: { readonly x: number; readonly y: number },
): void {
  for (const { line, from, to } of linkParts(words, lines)) {
    const { text = '' } = lines[line] ?? {}
    const [start, end] = [from, to].map((at) => ctx.measureText(text.slice(0, at)).width)
    const width = (end ?? 0) - (start ?? 0)
    const left = rightToLeft ? x - (end ?? 0) : x + (start ?? 0)
    ctx.fillRect(left, y + line * leading + BELOW, width, 1)
  }
}
