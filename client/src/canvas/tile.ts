import type { Rect } from '@momentous/shared/scene/geometry'

/** Side of a tile, in pixels of the device. */
export const TILE = 512

/** Which pixels of a tile have to be painted again: corners, so that they are easy to join. */
export interface Patch {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const WHOLE: Patch = { left: 0, top: 0, right: TILE, bottom: TILE }
const wholly: readonly Patch[] = [WHOLE]
const upToDate: readonly Patch[] = []
/** More patches than this are painted as one. */
const PATCHES_MAX = 8
/** What is painted may touch the pixel beside its bounds. */
const SEAM = 2

/** A square of the wall as a bitmap. */
export interface Tile {
  readonly column: number
  readonly row: number
  readonly ctx: CanvasRenderingContext2D
  stale: readonly Patch[]
  /** Was it ever painted? Until then it shows nothing. */
  painted: boolean
  /** The last frame that showed it. */
  shown: number
}

/** Paints everything at rest in this part of the board; the context is scaled, moved and clipped. */
export type PaintPart = (ctx: CanvasRenderingContext2D, part: Rect) => void

export function createTile(column: number, row: number, ctx: CanvasRenderingContext2D): Tile {
  return { column, row, ctx, stale: wholly, painted: false, shown: 0 }
}

/** These pixels look different now, counted from the corner of all tiles. */
export function staleIn(tile: Tile, part: Rect): void {
  const left = Math.max(0, Math.floor(part.x - tile.column * TILE) - SEAM)
  const top = Math.max(0, Math.floor(part.y - tile.row * TILE) - SEAM)
  const right = Math.min(TILE, Math.ceil(part.x + part.w - tile.column * TILE) + SEAM)
  const bottom = Math.min(TILE, Math.ceil(part.y + part.h - tile.row * TILE) + SEAM)
  if (left >= right || top >= bottom) return
  if (!isWhole(tile)) tile.stale = withPatch(tile.stale, { left, top, right, bottom })
}

/** Patches that touch become one, or what lies in both would be painted twice. */
function withPatch(patches: readonly Patch[], next: Patch): readonly Patch[] {
  const joins = ({ left, top, right, bottom }: Patch) =>
    patches.length >= PATCHES_MAX ||
    (left <= next.right && next.left <= right && top <= next.bottom && next.top <= bottom)
  const touching = patches.filter(joins)
  if (touching.length === 0) return [...patches, next]
  const joined = {
    left: Math.min(next.left, ...touching.map(({ left }) => left)),
    top: Math.min(next.top, ...touching.map(({ top }) => top)),
    right: Math.max(next.right, ...touching.map(({ right }) => right)),
    bottom: Math.max(next.bottom, ...touching.map(({ bottom }) => bottom)),
  }
  return withPatch(
    patches.filter((patch) => !touching.includes(patch)),
    joined,
  )
}

export function allStale(tile: Tile): void {
  tile.stale = wholly
}

export function isWhole(tile: Tile): boolean {
  return tile.stale === wholly
}

export function isUpToDate(tile: Tile): boolean {
  return tile.stale.length === 0
}

/** Brings a tile up to date, and answers what was painted. `scale` is pixels per board unit. */
export function repaint(tile: Tile, scale: number, paint: PaintPart): readonly Patch[] {
  const { stale } = tile
  tile.stale = upToDate
  tile.painted = true
  for (const patch of stale) repaintPatch(tile, patch, scale, paint)
  return stale
}

function repaintPatch({ ctx, column, row }: Tile, patch: Patch, scale: number, paint: PaintPart): void {
  const { left, top, right, bottom } = patch
  ctx.save()
  ctx.setTransform(1, 0, 0, 1, 0, 0)
  if (patch !== WHOLE) {
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
