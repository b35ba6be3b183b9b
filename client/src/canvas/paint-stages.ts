import { LANE_TOP } from '@momentous/shared/board/timeline'
import type { StageId } from '@momentous/shared/domain/id'
import { intersects } from '@momentous/shared/scene/geometry'
import type { Scene } from '@momentous/shared/scene/scene'
import { dividerX, type SceneStage } from '@momentous/shared/scene/stage-scene'
import { TIMELINE } from '@momentous/shared/scene/timeline-shape'
import type { TimelinePaint } from './paint-timeline.ts'
import { paintWords } from './paint-words.ts'

/** From further away dots are a grey line. */
const DOTS_ZOOM = 0.4
/** How far the divider in the hand reaches above the highest note, and ends above the lane. */
const OUT = { above: 40, lane: 56 } as const

/** The titles of the stages above the notes, and dotted dividers where they begin. The first needs none at the very start. */
export function paintStages(
  ctx: CanvasRenderingContext2D,
  stages: readonly SceneStage[],
  named: StageId | null,
  { theme, zoom, view }: TimelinePaint,
): void {
  for (const { id, first, layout, box, divider, bounds } of stages) {
    if (!intersects(bounds, view)) continue
    if (first > 0) paintDivider(ctx, divider, theme.ink3, zoom)
    if (id !== named) paintWords(ctx, layout, box, { colour: theme.ink2, zoom })
  }
}

function paintDivider(
  ctx: CanvasRenderingContext2D,
  { x, from, to }: SceneStage['divider'],
  colour: string,
  zoom: number,
): void {
  const dotted = zoom >= DOTS_ZOOM
  ctx.save()
  ctx.strokeStyle = colour
  ctx.lineWidth = dotted ? 1.5 : 1 / zoom
  ctx.globalAlpha = dotted ? 1 : 0.5
  ctx.setLineDash(dotted ? TIMELINE.dividerDash : [])
  ctx.beginPath()
  ctx.moveTo(x, from)
  ctx.lineTo(x, to)
  ctx.stroke()
  ctx.restore()
}

/** Where the stage in the hand would begin. */
export function paintDividerInHand(
  ctx: CanvasRenderingContext2D,
  first: number,
  scene: Scene,
  { zoom, colour }: Pick<TimelinePaint, 'zoom'> & { readonly colour: string },
): void {
  const { top, lane } = scene.axis()
  const x = dividerX(first)
  ctx.save()
  ctx.strokeStyle = colour
  ctx.lineWidth = 2 / zoom
  ctx.beginPath()
  ctx.moveTo(x, top - OUT.above)
  ctx.lineTo(x, (lane ?? LANE_TOP) - OUT.lane)
  ctx.stroke()
  ctx.restore()
}
