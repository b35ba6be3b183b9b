import type { Rect } from '@momentous/shared/scene/geometry'
import { createLevel, tilesOn, type TileLevel } from './tile-level.ts'
import { isWhole, repaint, TILE, type PaintPart, type Tile } from './tile.ts'

/** A bitmap of the layer at rest: panning copies it, and a change paints its own rectangle again and nothing else. */
export interface TileCache {
  /**
   * Shows what of the board lies in `view`, `scale` pixels to a unit, in a context that counts in pixels. While the hand
   * zooms, the bitmaps are stretched; `settled` makes them sharp. False when there is more to paint at the next frame.
   */
  show(ctx: CanvasRenderingContext2D, view: Rect, scale: number, settled: boolean): boolean
  damage(part: Rect): void
  damageAll(): void
}

export interface TileDesk {
  /** Paints for one zoom level: how detailed, follows from `scale`. */
  paint(ctx: CanvasRenderingContext2D, part: Rect, scale: number): void
  now(): number
  newTile(): CanvasRenderingContext2D | null
  /** Bitmaps that are stretched while somebody zooms stay rough: smoothing them would take too long here. */
  rough(): boolean
}

/** A tile is a megabyte. */
const TILES_MAX = 72
/** So much of a frame may be spent on tiles that are new; the rest of it has to wait. Less while somebody zooms. */
const BUDGET_MS = { settled: 6, zooming: 3 } as const
/** Stretched more than this, bitmaps are too coarse or too many. */
const STRETCH = { least: 0.8, most: 1.3 } as const
/** The same while there are holes in them, which only the level before covers: it has to stay a little longer. */
const WITH_HOLES = { least: 0.4, most: 2.5 } as const

export function browserTile(): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas')
  canvas.width = TILE
  canvas.height = TILE
  return canvas.getContext('2d')
}

interface Cache {
  readonly desk: TileDesk
  level: TileLevel
  /** The level before, for as long as it covers what isn't painted yet. */
  former: TileLevel | null
  /** Bitmaps of tiles that are gone, for new ones. */
  readonly spare: CanvasRenderingContext2D[]
  frame: number
  /** Was all that was in sight painted at the last look? */
  whole: boolean
}

export function createTileCache(desk: TileDesk): TileCache {
  const cache: Cache = { desk, level: createLevel(0), former: null, spare: [], frame: 0, whole: true }
  return {
    show(ctx, view, scale, settled) {
      cache.frame++
      changeLevel(cache, scale, settled)
      const whole = bringUp(cache, view, settled ? BUDGET_MS.settled : BUDGET_MS.zooming)
      cache.whole = whole
      ctx.imageSmoothingEnabled = settled || !desk.rough()
      if (!whole && cache.former) cover(ctx, cache, cache.former, view, scale)
      blit(ctx, cache.level, view, scale, cache.frame)
      if (whole) letFormerGo(cache)
      makeRoom(cache)
      return whole
    },
    // What only covers is gone in a moment, and may be out of date until then.
    damage: (part) => cache.level.damage(part),
    damageAll() {
      cache.level.damageAll()
      letFormerGo(cache)
    },
  }
}

function changeLevel(cache: Cache, scale: number, settled: boolean): void {
  const { level } = cache
  const stretch = scale / level.scale
  const { least, most } = cache.whole ? STRETCH : WITH_HOLES
  if (stretch === 1 || (!settled && stretch > least && stretch < most)) return
  // What had no time to be painted is no cover.
  if (level.tiles.size > 0) {
    letFormerGo(cache)
    cache.former = level
  }
  cache.level = createLevel(scale)
}

/** Paints what is stale or missing in sight, for as long as there is time. True when all of it is there. */
function bringUp(cache: Cache, view: Rect, budget: number): boolean {
  const { desk, level } = cache
  const end = desk.now() + budget
  const paint: PaintPart = (ctx, part) => desk.paint(ctx, part, level.scale)
  let whole = true
  for (const [column, row] of tilesOn(level, view)) {
    const known = level.at(column, row)
    const late = desk.now() > end
    // Small changes can't wait: half of them shown would tear the picture.
    if (known && (!isWhole(known) || !late)) repaint(known, level.scale, paint)
    else if (late) whole = false
    else {
      const ctx = cache.spare.pop() ?? desk.newTile()
      if (ctx) repaint(level.add(column, row, ctx), level.scale, paint)
    }
  }
  return whole
}

/** Copies a level's tiles to where they belong, stretched if its scale is another one. */
function blit(ctx: CanvasRenderingContext2D, level: TileLevel, view: Rect, scale: number, frame: number): void {
  const side = (TILE * scale) / level.scale
  const left = Math.round(-view.x * scale)
  const top = Math.round(-view.y * scale)
  const exact = scale === level.scale
  if (exact) ctx.imageSmoothingEnabled = false
  for (const [column, row] of tilesOn(level, view)) {
    const tile = level.at(column, row)
    if (!tile?.painted) continue
    tile.shown = frame
    if (exact) ctx.drawImage(tile.ctx.canvas, left + column * TILE, top + row * TILE)
    else {
      // Edges on whole pixels, or seams would show.
      const x = Math.round(left + column * side)
      const y = Math.round(top + row * side)
      const w = Math.round(left + (column + 1) * side) - x
      const h = Math.round(top + (row + 1) * side) - y
      ctx.drawImage(tile.ctx.canvas, x, y, w, h)
    }
  }
}

/** Shows the level before where this one has nothing yet, and only there. */
function cover(
  ctx: CanvasRenderingContext2D,
  { level, frame }: Cache,
  former: TileLevel,
  view: Rect,
  scale: number,
): void {
  const side = (TILE * scale) / level.scale
  const left = Math.round(-view.x * scale)
  const top = Math.round(-view.y * scale)
  ctx.save()
  ctx.beginPath()
  for (const [column, row] of tilesOn(level, view)) {
    if (level.at(column, row)?.painted) continue
    const x = Math.round(left + column * side)
    const y = Math.round(top + row * side)
    ctx.rect(x, y, Math.round(left + (column + 1) * side) - x, Math.round(top + (row + 1) * side) - y)
  }
  ctx.clip()
  blit(ctx, former, view, scale, frame)
  ctx.restore()
}

function letFormerGo(cache: Cache): void {
  const { former, spare } = cache
  if (former)
    keepSpare(
      spare,
      former.drop(() => false),
    )
  cache.former = null
}

/** Bitmaps that were not in sight for longest make room for new ones. */
function makeRoom({ level, former, spare }: Cache): void {
  const over = level.tiles.size + (former?.tiles.size ?? 0) - TILES_MAX
  if (over <= 0) return
  const oldest = [...level.tiles.values()].toSorted((a, b) => a.shown - b.shown).slice(0, over)
  const limit = oldest.at(-1)?.shown ?? -1
  keepSpare(
    spare,
    level.drop(({ shown }) => shown > limit),
  )
}

const SPARE_MAX = 24

function keepSpare(spare: CanvasRenderingContext2D[], gone: readonly Tile[]): void {
  for (const { ctx } of gone) if (spare.length < SPARE_MAX) spare.push(ctx)
}
