import type { Rect } from '@momentous/shared/scene/geometry'
import { partOf, tilesOn, type TileLevel } from './tile-level.ts'
import { TILE, type Patch, type Tile } from './tile.ts'

/** A level shrunk further than this has too many tiles in sight, and those below it show as much. */
const SHRUNK = 1 / 6

/** What is shown of the board. */
export interface Looked {
  readonly view: Rect
  /** Pixels of the device per board unit. */
  readonly scale: number
}

/** What a frame shows, and where. */
export interface Shown extends Looked {
  readonly frame: number
  /** Stretched without smoothing. */
  readonly rough: boolean
}

/**
 * Copies tiles to where they belong, stretched where their level has another scale. The levels come with the best first:
 * where it has nothing painted yet, the next one shows.
 */
export function showLevels(ctx: CanvasRenderingContext2D, levels: readonly TileLevel[], shown: Shown): void {
  const stack: { readonly level: TileLevel; readonly tiles: readonly Tile[] }[] = []
  const better: TileLevel[] = []
  for (const level of levels) {
    if (level.tiles.size === 0 || shown.scale < level.scale * SHRUNK) continue
    stack.push({ level, tiles: tilesToShow(level, better, shown.view) })
    if (level.covers(shown.view)) break
    better.push(level)
  }
  let beneath = false
  for (const { level, tiles } of stack.toReversed()) {
    blit(ctx, level, tiles, { ...shown, beneath })
    beneath ||= tiles.length > 0
  }
}

/** Those in sight that no better level covers. */
function tilesToShow(level: TileLevel, better: readonly TileLevel[], view: Rect): readonly Tile[] {
  const tiles: Tile[] = []
  for (const [column, row] of tilesOn(level, view)) {
    const tile = level.at(column, row)
    if (!tile?.painted) continue
    const seen = better.length === 0 ? null : within(partOf(level, column, row), view)
    if (seen === null || !better.some((other) => other.covers(seen))) tiles.push(tile)
  }
  return tiles
}

function within(a: Rect, b: Rect): Rect {
  const x = Math.max(a.x, b.x)
  const y = Math.max(a.y, b.y)
  return { x, y, w: Math.min(a.x + a.w, b.x + b.w) - x, h: Math.min(a.y + a.h, b.y + b.h) - y }
}

function blit(
  ctx: CanvasRenderingContext2D,
  level: TileLevel,
  tiles: readonly Tile[],
  { view, scale, frame, rough, beneath }: Shown & { readonly beneath: boolean },
): void {
  const side = (TILE * scale) / level.scale
  const left = Math.round(-view.x * scale)
  const top = Math.round(-view.y * scale)
  ctx.imageSmoothingEnabled = scale !== level.scale && !rough
  for (const tile of tiles) {
    tile.shown = frame
    // Edges on whole pixels, or seams would show.
    const x = Math.round(left + tile.column * side)
    const y = Math.round(top + tile.row * side)
    const w = Math.round(left + (tile.column + 1) * side) - x
    const h = Math.round(top + (tile.row + 1) * side) - y
    // What shows through beside the notes must not come from another level.
    if (beneath) ctx.clearRect(x, y, w, h)
    if (w === TILE && h === TILE) ctx.drawImage(tile.ctx.canvas, x, y)
    else ctx.drawImage(tile.ctx.canvas, x, y, w, h)
  }
}

/** Copies a part of a tile over what the tile has shown there; the level has the scale of what is shown. */
export function copyPatch(ctx: CanvasRenderingContext2D, tile: Tile, patch: Patch, { view, scale }: Looked): void {
  const { left, top } = patch
  const [w, h] = [patch.right - left, patch.bottom - top]
  const x = Math.round(-view.x * scale) + tile.column * TILE + left
  const y = Math.round(-view.y * scale) + tile.row * TILE + top
  ctx.clearRect(x, y, w, h)
  ctx.drawImage(tile.ctx.canvas, left, top, w, h, x, y, w, h)
}
