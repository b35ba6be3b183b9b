import type { Rect } from '@momentous/shared/scene/geometry'
import type { Camera } from '../model/camera.ts'
import { whenIdle } from '../model/idle.ts'
import { bareRaster } from './bare-raster.ts'
import { browserFill, browserTile, createTileCache, type TileCache } from './tile-cache.ts'

/** So many pixels of the device to one of the page are too many to be filled at each step of a gesture without a card. */
const MANY = 1.5

/** The layer at rest as bitmaps, and once more with fewer pixels, for as long as somebody pans or zooms where that helps. */
export interface RestTiles extends Pick<TileCache, 'damage' | 'damageAll'> {
  /** In pixels of the device; the context is scaled to them. False when there is more to paint at the next frame. */
  sharp(ctx: CanvasRenderingContext2D, settled: boolean): boolean
  /** Brings what `sharp` has painted here up to date where the board has changed, and answers the same; null if it can't. */
  mend(ctx: CanvasRenderingContext2D): boolean | null
  /** In pixels of the page. False when there is more to paint at the next frame. */
  draft(ctx: CanvasRenderingContext2D, settled: boolean): boolean
  /** Are there too many pixels here to fill them all at each step of a gesture? */
  slow(): boolean
  /** Is a draft quicker here, and at hand? */
  draftable(): boolean
  /** Paints a tile of what would come into sight. False when all of it is there. */
  prepare(): boolean
}

type PaintAt = (ctx: CanvasRenderingContext2D, part: Rect, zoom: number) => void

export function createRestTiles(camera: Pick<Camera, 'view' | 'visible'>, paint: PaintAt): RestTiles {
  let ratio = 1
  let rough = false
  whenIdle(() => (rough = bareRaster()))
  const desk = { now: () => performance.now(), newTile: browserTile, fill: browserFill(), rough: () => rough }
  const sharp = createTileCache({ ...desk, paint: (ctx, part, scale) => paint(ctx, part, scale / ratio) })
  const draft = createTileCache({ ...desk, paint })
  const slow = () => rough && ratio >= MANY
  return {
    sharp(ctx, settled) {
      const { a } = ctx.getTransform()
      if (a !== ratio) sharp.damageAll()
      ratio = a
      ctx.setTransform(1, 0, 0, 1, 0, 0)
      return sharp.show(ctx, camera.visible(), camera.view().zoom * ratio, settled)
    },
    mend(ctx) {
      if (ctx.getTransform().a !== ratio) return null
      ctx.setTransform(1, 0, 0, 1, 0, 0)
      return sharp.mend(ctx, camera.visible(), camera.view().zoom * ratio)
    },
    draft: (ctx, settled) => draft.show(ctx, camera.visible(), camera.view().zoom, settled),
    slow,
    draftable: () => slow() && draft.covers(middleOf(camera.visible())),
    prepare() {
      const { zoom } = camera.view()
      return slow() ? draft.prepare(camera.visible(), zoom) : sharp.prepare(camera.visible(), zoom * ratio)
    },
    damage(part) {
      sharp.damage(part)
      draft.damage(part)
    },
    damageAll() {
      sharp.damageAll()
      draft.damageAll()
    },
  }
}

function middleOf({ x, y, w, h }: Rect): Rect {
  return { x: x + w / 4, y: y + h / 4, w: w / 2, h: h / 2 }
}
