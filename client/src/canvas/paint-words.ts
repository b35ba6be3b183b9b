import type { Rect } from '@momentous/shared/scene/geometry'
import { baselineOf, type TextLayout } from '@momentous/shared/scene/text-layout'
import { noteFont } from './paint-type.ts'

/** Text smaller than this on the screen becomes bars. */
const TEXT_MIN_PX = 7
const BAR_STRENGTH = 0.35

/** Laid-out words in their box, or bars where they are too small to read. */
export function paintWords(
  ctx: CanvasRenderingContext2D,
  { lines, size, leading, rightToLeft }: TextLayout,
  { x, y, w }: Rect,
  { colour, zoom }: { readonly colour: string; readonly zoom: number },
): void {
  ctx.fillStyle = colour
  if (size * zoom < TEXT_MIN_PX) {
    ctx.save()
    ctx.globalAlpha *= BAR_STRENGTH
    lines.forEach(({ width }, index) => {
      const left = rightToLeft ? x + w - width : x
      ctx.fillRect(left, y + index * leading + leading * 0.3, width, leading * 0.4)
    })
    ctx.restore()
    return
  }
  ctx.font = noteFont(size)
  ctx.textBaseline = 'alphabetic'
  ctx.direction = rightToLeft ? 'rtl' : 'ltr'
  ctx.textAlign = rightToLeft ? 'right' : 'left'
  const baseline = baselineOf({ size, leading })
  lines.forEach(({ text }, index) => {
    ctx.fillText(text, rightToLeft ? x + w : x, y + index * leading + baseline)
  })
  ctx.textAlign = 'left'
  ctx.direction = 'ltr'
}
