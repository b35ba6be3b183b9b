import type { Rect } from '@momentous/shared/scene/geometry'
import { RING_GAP } from '../tools/ring.ts'
import { paintIcon } from './paint-icon.ts'
import type { NoteLook } from './piece-painter.ts'

/** Rings around notes that lack something. They keep their size on the screen at every zoom. */
const CORNER = 6
/** Below this zoom the cloud shrinks with its note: it would stick out of what is painted anew. */
const CLOUD_ZOOM = 0.7

function dashed(ctx: CanvasRenderingContext2D, { x, y, w, h }: Rect, colour: string, zoom: number): void {
  const gap = (RING_GAP + 0.5) / zoom
  ctx.save()
  ctx.strokeStyle = colour
  ctx.lineWidth = 1 / zoom
  ctx.setLineDash([3 / zoom, 2.5 / zoom])
  ctx.beginPath()
  ctx.roundRect(x - gap, y - gap, w + 2 * gap, h + 2 * gap, CORNER / zoom)
  ctx.stroke()
  ctx.restore()
}

/** No contact type yet, in the phase that gives them. */
export function paintUncoloured(ctx: CanvasRenderingContext2D, rect: Rect, { theme, zoom }: NoteLook): void {
  dashed(ctx, rect, theme.ink3, zoom)
}

/** Not on disk yet: dashed, with the cloud that says so above its corner, where no words are. */
export function paintUnsaved(ctx: CanvasRenderingContext2D, rect: Rect, { theme, zoom }: NoteLook): void {
  dashed(ctx, rect, theme.warn, zoom)
  const px = 1 / Math.max(zoom, CLOUD_ZOOM)
  paintIcon(ctx, 'cloud-off', rect.x + rect.w - 14 * px, rect.y - (RING_GAP + 18) * px, 14 * px, theme.warn)
}
