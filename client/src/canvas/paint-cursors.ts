import { distance, type Point } from '@momentous/shared/scene/geometry'
import type { Peer } from '../model/wall.ts'
import { strength } from './fading.ts'
import { paintPill } from './paint-overlay.ts'
import type { PaintTheme } from './paint-theme.ts'

/** With more people than this, names show only near one's own pointer. */
const CROWD = 12
const NEAR_PX = 140
const ARROW = new Path2D('M0 0 L4.2 12.6 L6.4 7.2 L11.8 5 Z')

interface CursorPaint {
  readonly theme: PaintTheme
  readonly now: number
  readonly own: Point | null
  toScreen(board: Point): Point
}

/** Others' pointers: ink arrows with a name, all in one colour, because people have none. */
export function paintCursors(ctx: CanvasRenderingContext2D, peers: readonly Peer[], paint: CursorPaint): void {
  const { theme, now, own, toScreen } = paint
  for (const peer of peers) {
    const seen = strength(peer.movedAt, now)
    if (peer.cursor === null || seen === 0) continue
    const at = toScreen(peer.cursor)
    ctx.save()
    ctx.globalAlpha = seen
    ctx.save()
    ctx.translate(at.x, at.y)
    ctx.fillStyle = theme.ink
    ctx.strokeStyle = theme.surface
    ctx.lineWidth = 1.5
    ctx.lineJoin = 'round'
    ctx.stroke(ARROW)
    ctx.fill(ARROW)
    ctx.restore()
    const named = peers.length <= CROWD || (own !== null && distance(own, at) < NEAR_PX)
    if (named) paintPill(ctx, peer.name, at.x + 8, at.y + 22, theme)
    ctx.restore()
  }
}
