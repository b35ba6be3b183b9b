import type { Rect } from '../model/geometry.ts'

/** Side of a tile, in pixels of the device. */
export const TILE = 512

/** Which pixels of a tile have to be painted again: corners, so that they are easy to join. */
interface Patch {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const WHOLE: Patch = { left: 0, top: 0, right: TILE, bottom: TILE }
/** What is painted may touch the pixel beside its bounds. */
const SEAM = 2

/** A square of the wall as a bitmap. */
export interface Tile {
  readonly column: number
  readonly row: number
  readonly ctx: CanvasRenderingContext2D
  stale: Patch | null
  /** Was it ever painted? Until then it shows nothing. */
  painted: boolean
  /** The last frame that showed it. */
  shown: number
}

/** Paints everything at rest in this part of the board; the context is scaled, moved and clipped. */
export type PaintPart = (ctx: CanvasRenderingContext2D, part: Rect) => void

export function createTile(column: number, row: number, ctx: CanvasRenderingContext2D): Tile {
  return { column, row, ctx, stale: WHOLE, painted: false, shown: 0 }
}

/** These pixels look different now, counted from the corner of all tiles. */
export function staleIn(tile: Tile, part: Rect): void {
  const left = Math.max(0, Math.floor(part.x - tile.column * TILE) - SEAM)
  const top = Math.max(0, Math.floor(part.y - tile.row * TILE) - SEAM)
  const right = Math.min(TILE, Math.ceil(part.x + part.w - tile.column * TILE) + SEAM)
  const bottom = Math.min(TILE, Math.ceil(part.y + part.h - tile.row * TILE) + SEAM)
  if (left >= right || top >= bottom) return
  const { stale } = tile
  tile.stale =
    stale === null
      ? { left, top, right, bottom }
      : {
          left: Math.min(stale.left, left),
          top: Math.min(stale.top, top),
          right: Math.max(stale.right, right),
          bottom: Math.max(stale.bottom, bottom),
        }
}

export function allStale(tile: Tile): void {
  tile.stale = WHOLE
}

export function isWhole(tile: Tile): boolean {
  return tile.stale === WHOLE
}

/** Brings a tile up to date. `scale` is pixels per board unit. */
export function repaint(tile: Tile, scale: number, paint: PaintPart): void {
  const { ctx, column, row, stale } = tile
  if (stale === null) return
  tile.stale = null
  tile.painted = true
  const { left, top, right, bottom } = stale
  ctx.save()
  ctx.setTransform(1, 0, 0, 1, 0, 0)
  if (stale !== WHOLE) {
    ctx.beginPath()
    ctx.rect(left, top, right - left, bottom - top)
    ctx.clip()
  }
  ctx.clearRect(left, top, right - left, bottom - top)
  ctx.setTransform(scale, 0, 0, scale, -column * TILE, -row * TILE)
  paint(ctx, {
    x: (column * TILE + left) / scale,
    y: (row * TILE + top) / scale,
    w: (right - left) / scale,
    h: (bottom - top) / scale,
  })
  ctx.restore()
}
