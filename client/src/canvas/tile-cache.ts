import { grow, type Rect } from '@momentous/shared/scene/geometry'
import { createLevel, tilesFromMiddle, tilesOn, type TileLevel } from './tile-level.ts'
import { createRungs, type Rungs } from './tile-rungs.ts'
import { copyPatch, showLevels, type Looked } from './tile-stack.ts'
import { isUpToDate, isWhole, repaint, TILE, type PaintPart, type Patch, type Tile } from './tile.ts'

/** A bitmap of the layer at rest: panning copies it, and a change paints its own rectangle again and nothing else. */
export interface TileCache {
  /**
   * Shows what of the board lies in `view`, `scale` pixels to a unit, in a context that counts in pixels. While the hand
   * zooms, the bitmaps are stretched; `settled` makes them sharp. False when there is more to paint at the next frame.
   */
  show(ctx: CanvasRenderingContext2D, view: Rect, scale: number, settled: boolean): boolean
  /**
   * Copies what has changed over what the context shows since `show` was there last, and answers the same; null if that
   * was something else, or not all from bitmaps of this scale.
   */
  mend(ctx: CanvasRenderingContext2D, view: Rect, scale: number): boolean | null
  /** Paints a tile of what would come into sight if somebody panned or zoomed out. False when all of it is there. */
  prepare(view: Rect, scale: number): boolean
  /** Is all of this part there, at the scale of the last rest? */
  covers(part: Rect): boolean
  damage(part: Rect): void
  damageAll(): void
}

export interface TileDesk {
  /** Paints for one zoom level: how detailed, follows from `scale`. */
  paint(ctx: CanvasRenderingContext2D, part: Rect, scale: number): void
  now(): number
  newTile(): CanvasRenderingContext2D | null
  /** Has the browser fill a tile's pixels now: left to itself it does that when the tile is first copied. */
  fill(tile: CanvasRenderingContext2D): void
  /** Bitmaps that are stretched while somebody zooms stay rough: smoothing them would take too long here. */
  rough(): boolean
}

/** A tile is a megabyte. */
const TILES_MAX = 72
/** So many of the level in sight, and those around it, are painted ahead: so far around as somebody pans at once. */
const AHEAD = { most: 24, around: 0.7 * TILE } as const
/** So much of a frame may be spent on tiles that are new; the rest of it has to wait. Less while somebody zooms. */
const BUDGET_MS = { settled: 6, zooming: 3 } as const
/** Enlarged more than this, a level is painted anew even while somebody zooms. */
const ENLARGED_MOST = 3
/** Shrunk more than this, a level is only shown where there is nothing else. */
const SHRUNK_MOST = 0.5
/** Shrunk by less than this, a level is worth its missing tiles. */
const SHRUNK_LEAST = 0.95

/** Whatever is copied has to be filled first. */
export function browserFill(): TileDesk['fill'] {
  const pixel = document.createElement('canvas')
  return ({ canvas }) => {
    pixel.getContext('2d')?.drawImage(canvas, 0, 0, 1, 1, 0, 0, 1, 1)
    // Forgets it again: a tile that somebody still holds would be copied as a whole when it is painted next.
    pixel.width = 1
  }
}

export function browserTile(): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas')
  canvas.width = TILE
  canvas.height = TILE
  return canvas.getContext('2d')
}

interface Cache {
  readonly desk: TileDesk
  /** Of the scale at which the zoom last came to rest. */
  level: TileLevel
  /** The level before, for as long as it covers what isn't painted yet. */
  former: TileLevel | null
  /** Coarse ones, for what comes into sight while somebody zooms out. */
  readonly rungs: Rungs
  /** Bitmaps of tiles that are gone, for new ones. */
  readonly spare: CanvasRenderingContext2D[]
  frame: number
  /** What was shown last, if it can be mended. */
  last: Last | null
}

interface Last extends Looked {
  readonly level: TileLevel
  readonly ctx: CanvasRenderingContext2D
  /** A canvas that has got another size is empty. */
  readonly width: number
  readonly height: number
}

export function createTileCache(desk: TileDesk): TileCache {
  const cache: Cache = {
    ...{ desk, level: createLevel(0), former: null, rungs: createRungs(), spare: [], frame: 0 },
    last: null,
  }
  return {
    show(ctx, view, scale, settled) {
      cache.frame++
      changeLevel(cache, scale, settled)
      const end = desk.now() + (settled ? BUDGET_MS.settled : BUDGET_MS.zooming)
      const whole = bringUp(cache, settled ? cache.level : levelToPaint(cache, view, scale), view, end)
      showLevels(ctx, bestFirst(cache, scale), { view, scale, frame: cache.frame, rough: desk.rough() })
      cache.last = lastShown(cache, ctx, { view, scale })
      tidy(cache, view)
      return whole
    },
    mend(ctx, view, scale) {
      const { last, level } = cache
      if (last?.ctx !== ctx || !sameLook(last, lastShown(cache, ctx, { view, scale }))) return null
      const copy = (tile: Tile, patches: readonly Patch[]) => {
        for (const patch of patches) copyPatch(ctx, tile, patch, last)
      }
      ctx.imageSmoothingEnabled = false
      return bringUp(cache, level, view, desk.now() + BUDGET_MS.settled, copy)
    },
    prepare(view, scale) {
      changeLevel(cache, scale, true)
      const more = prepareOne(cache, view, scale)
      tidy(cache, view)
      return more
    },
    covers: (part) => cache.level.covers(part),
    damage(part) {
      cache.level.damage(part)
      // What only covers is gone in a moment, and may be out of date until then.
      cache.rungs.damage(part)
    },
    damageAll() {
      cache.level.damageAll()
      letFormerGo(cache)
      keepSpare(cache.spare, cache.rungs.clear())
    },
  }
}

/** What can be mended: all that is in sight is from one level, which has its scale. */
function lastShown({ level }: Cache, ctx: CanvasRenderingContext2D, { view, scale }: Looked): Last | null {
  if (level.scale !== scale || !level.covers(view)) return null
  const { width, height } = ctx.canvas
  return { level, ctx, width, height, view, scale }
}

function sameLook(one: Last, other: Last | null): boolean {
  if (other === null || one.level !== other.level || one.width !== other.width || one.height !== other.height)
    return false
  const [{ x, y, w, h }, now] = [one.view, other.view]
  return x === now.x && y === now.y && w === now.w && h === now.h
}

function changeLevel(cache: Cache, scale: number, settled: boolean): void {
  const { level, former } = cache
  if (scale === level.scale || (!settled && scale < level.scale * ENLARGED_MOST)) return
  // What had no time to be painted is no cover.
  if (former === null || level.tiles.size > 0) {
    letFormerGo(cache)
    cache.former = level
  }
  cache.level = createLevel(scale)
}

/** The finest comes first, but what is shrunk a lot last: it takes long to copy, and shows no more than the next one. */
function bestFirst({ level, former, rungs }: Cache, scale: number): readonly TileLevel[] {
  const levels = [level, ...(former ? [former] : []), ...rungs.finestFirst()]
  const shrunk = levels.filter((each) => scale < each.scale * SHRUNK_MOST)
  return [...levels.filter((each) => !shrunk.includes(each)), ...shrunk.toReversed()]
}

/** What a zoom that is under way has painted: once it shrinks, only the rim is missing, and soon other parts will be. */
function levelToPaint({ level, rungs }: Cache, view: Rect, scale: number): TileLevel {
  return scale >= level.scale * SHRUNK_LEAST || level.covers(view) ? level : rungs.at(scale)
}

type Painted = (tile: Tile, patches: readonly Patch[]) => void

/** Paints what is stale or missing in sight, for as long as there is time. True when all of it is there. */
function bringUp(cache: Cache, level: TileLevel, view: Rect, end: number, painted: Painted = () => {}): boolean {
  // Small changes can't wait: half of them shown would tear the picture.
  for (const [column, row] of tilesOn(cache.level, view)) {
    const tile = cache.level.at(column, row)
    if (tile && !isWhole(tile)) painted(tile, repaint(tile, cache.level.scale, painterOf(cache, cache.level)))
  }
  let whole = true
  for (const [column, row] of tilesFromMiddle(level, view)) {
    const known = level.at(column, row)
    if (known && isUpToDate(known)) continue
    if (cache.desk.now() > end) whole = false
    else paintTile(cache, level, column, row, painted)
  }
  return whole
}

function painterOf({ desk }: Cache, { scale }: TileLevel): PaintPart {
  return (ctx, part) => desk.paint(ctx, part, scale)
}

function paintTile(
  cache: Cache,
  level: TileLevel,
  column: number,
  row: number,
  painted: Painted = () => {},
): Tile | null {
  const ctx = level.at(column, row)?.ctx ?? cache.spare.pop() ?? cache.desk.newTile()
  if (!ctx) return null
  const tile = level.at(column, row) ?? level.add(column, row, ctx)
  tile.shown = cache.frame
  painted(tile, repaint(tile, level.scale, painterOf(cache, level)))
  return tile
}

function prepareOne(cache: Cache, view: Rect, scale: number): boolean {
  const { level, rungs, frame, desk } = cache
  const beside = tilesFromMiddle(level, grow(view, AHEAD.around / scale)).slice(0, AHEAD.most)
  for (const next of [...rungs.around(view, scale), ...beside.map(([column, row]) => ({ level, column, row }))]) {
    const known = next.level.at(next.column, next.row)
    if (known && isUpToDate(known)) {
      known.shown = frame
      continue
    }
    const tile = paintTile(cache, next.level, next.column, next.row)
    // Nobody has copied it to where it may be in sight.
    if (next.level === level) cache.last = null
    if (tile) desk.fill(tile.ctx)
    return tile !== null
  }
  return false
}

function tidy(cache: Cache, view: Rect): void {
  if (cache.level.covers(view)) letFormerGo(cache)
  makeRoom(cache)
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
function makeRoom({ level, former, rungs, spare, frame }: Cache): void {
  const levels = [level, ...rungs.finestFirst()]
  const over = levels.reduce((sum, { tiles }) => sum + tiles.size, former?.tiles.size ?? 0) - TILES_MAX
  if (over <= 0) return
  const all = levels.flatMap(({ tiles }) => [...tiles.values()])
  const oldest = all.toSorted((a, b) => a.shown - b.shown).slice(0, over)
  const limit = Math.min(frame - 1, oldest.at(-1)?.shown ?? -1)
  for (const each of levels)
    keepSpare(
      spare,
      each.drop(({ shown }) => shown > limit),
    )
}

const SPARE_MAX = 24

function keepSpare(spare: CanvasRenderingContext2D[], gone: readonly Tile[]): void {
  for (const { ctx } of gone) if (spare.length < SPARE_MAX) spare.push(ctx)
}
