import type { Rect } from '@momentous/shared/scene/geometry'
import { bendsOf } from '@momentous/shared/scene/ink-curve'
import { inkWidth } from '@momentous/shared/scene/ink-scene'
import type { OwnStroke } from '../tools/bench.ts'
import { isMarker, middleOf, outlinePart } from '@momentous/shared/drawing/ink-outline'
import { setPen } from './paint-ink.ts'
import type { PaintTheme } from './paint-theme.ts'

/** One's own line while it is drawn. What is settled of it is painted once; a frame costs only its end. */
export interface LiveInk {
  /** In board units, on a sheet where nothing lies yet. */
  paint(ctx: CanvasRenderingContext2D, stroke: OwnStroke, theme: PaintTheme): void
}

/** The end of a line begins so many points early: the joint lies inside of both. */
const OVERLAP = 4
/** The settled part's last bend still waits for where the line goes next. */
const WAITING = 1

const newPath = () => new Path2D()

interface Kept {
  readonly points: readonly number[]
  readonly theme: PaintTheme
  readonly look: string
  /** What is settled, as a picture that can't be seen through. */
  readonly sheet: CanvasRenderingContext2D | null
  /** So many points are in it. */
  done: number
}

const lookOf = ({ a, e, f }: DOMMatrix, { canvas }: CanvasRenderingContext2D) =>
  [a, e, f, canvas.width, canvas.height].join()

export function createLiveInk(): LiveInk {
  let kept: Kept | null = null
  let spare: CanvasRenderingContext2D | null = null

  const begin = (ctx: CanvasRenderingContext2D, stroke: OwnStroke, theme: PaintTheme, look: string): Kept => {
    spare = cleared(spare, ctx)
    return { points: stroke.points, theme, look, done: 1, sheet: spare }
  }

  return {
    paint(ctx, stroke, theme) {
      const look = lookOf(ctx.getTransform(), ctx)
      const known = kept?.points === stroke.points && kept.theme === theme && kept.look === look
      const current = known && kept && kept.done <= Math.max(1, stroke.settled) ? kept : begin(ctx, stroke, theme, look)
      kept = current
      ctx.save()
      setPen(ctx, stroke, theme, 1)
      // What lies under it lies on another layer: the layers are blended, and not what is painted on this one.
      ctx.globalCompositeOperation = 'source-over'
      takeIn(current, ctx, stroke, theme)
      if (current.sheet && current.done > 1) copy(ctx, current.sheet.canvas, onSheet(ctx, stroke, current.done))
      paintEnd(ctx, withAhead(stroke, Math.max(0, current.done - 1 - OVERLAP)))
      ctx.restore()
    },
  }
}

function cleared(spare: CanvasRenderingContext2D | null, { canvas }: CanvasRenderingContext2D) {
  const ctx = spare ?? document.createElement('canvas').getContext('2d')
  if (!ctx) return null
  // Setting its size clears it.
  ctx.canvas.width = canvas.width
  ctx.canvas.height = canvas.height
  return ctx
}

/** Adds what has settled since the last frame. */
function takeIn(kept: Kept, ctx: CanvasRenderingContext2D, stroke: OwnStroke, theme: PaintTheme): void {
  const until = stroke.settled - WAITING
  if (until <= kept.done) return
  const from = Math.max(0, kept.done - 1 - OVERLAP)
  if (kept.sheet) {
    kept.sheet.setTransform(ctx.getTransform())
    setPen(kept.sheet, stroke, theme, 1)
    kept.sheet.globalAlpha = 1
    kept.sheet.globalCompositeOperation = 'source-over'
    const { points } = stroke
    if (isMarker(stroke))
      kept.sheet.stroke(middleOf(bendsOf(points, from, until - 1), points.slice(from * 3), newPath()))
    else for (const path of outlinePart(stroke, [from, until - 1], newPath).paths) kept.sheet.fill(path)
  }
  kept.done = until
}

/** Where the hand is about to be belongs to the picture, but not to the line. */
const withAhead = ({ points, ahead, ...stroke }: OwnStroke, from: number): OwnStroke => ({
  ...stroke,
  ahead,
  points: [...points.slice(from * 3), ...ahead],
})

function paintEnd(ctx: CanvasRenderingContext2D, end: OwnStroke): void {
  if (!isMarker(end)) {
    for (const path of outlinePart(end, [0, Math.floor(end.points.length / 3) - 1], newPath).paths) ctx.fill(path)
    return
  }
  const path = middleOf(bendsOf(end.points), end.points, newPath())
  const { globalAlpha } = ctx
  // Where the end lies on what is settled, a line that can be seen through would be darker.
  ctx.globalAlpha = 1
  ctx.globalCompositeOperation = 'destination-out'
  ctx.stroke(path)
  ctx.globalAlpha = globalAlpha
  ctx.globalCompositeOperation = 'source-over'
  ctx.stroke(path)
}

function copy(ctx: CanvasRenderingContext2D, sheet: HTMLCanvasElement, { x, y, w, h }: Rect): void {
  if (w <= 0 || h <= 0) return
  ctx.save()
  ctx.setTransform(1, 0, 0, 1, 0, 0)
  ctx.drawImage(sheet, x, y, w, h, x, y, w, h)
  ctx.restore()
}

/** The part of the sheet that the settled line takes up, in pixels. */
function onSheet(ctx: CanvasRenderingContext2D, stroke: OwnStroke, done: number): Rect {
  const { a, e, f } = ctx.getTransform()
  const { width, height } = ctx.canvas
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < done; at++) {
    const [x, y] = [(stroke.points[at * 3] ?? 0) * a + e, (stroke.points[at * 3 + 1] ?? 0) * a + f]
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  const margin = (inkWidth(stroke) + 1) * a
  const x = Math.max(0, Math.floor(left - margin))
  const y = Math.max(0, Math.floor(top - margin))
  return {
    x,
    y,
    w: Math.min(width, Math.ceil(right + margin)) - x,
    h: Math.min(height, Math.ceil(bottom + margin)) - y,
  }
}

/** A highlighter's line lets the words on the sheet below be read already while it is drawn. */
export function blendMarker({ style }: HTMLCanvasElement, stroke: OwnStroke | null, theme: PaintTheme): void {
  const wish = stroke && isMarker(stroke) ? (theme.dark ? 'lighten' : 'multiply') : ''
  if (style.mixBlendMode !== wish) style.mixBlendMode = wish
}
