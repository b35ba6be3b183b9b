import type { FrameClock } from '../model/flight.ts'
import type { Bench } from '../tools/bench.ts'
import { createAloft, type Aloft } from './aloft.ts'
import type { Frames } from './frames.ts'
import { readTheme, type PaintTheme } from './paint-theme.ts'
import { hasNoteFont } from './paint-type.ts'
import { paintRest } from './rest-painter.ts'
import { createRestTiles, type RestTiles } from './rest-tiles.ts'
import { createSettling, type Settling } from './settling.ts'

export interface WallView {
  readonly tiles: RestTiles
  readonly aloft: Aloft
  readonly settling: Settling
  readonly clock: FrameClock
  /** Was the font of notes there when the first of them was measured? */
  readonly measuredWell: boolean
  theme(): PaintTheme
  /** Paints the layer at rest, wherever that was asked for. */
  paintRest(ctx: CanvasRenderingContext2D): void
  /** Paints what changed of it since it was painted there; false when that isn't enough. */
  mendRest(ctx: CanvasRenderingContext2D): boolean
  /** Did it show all there is in sight? */
  whole(): boolean
  /** Another look was chosen. */
  dress(): void
  /** Who paints again at the next frame what was too much for this one. */
  drive(frames: Frames | null): void
}

/** What the wall at rest is painted with; `followWall` keeps it painted. No React in between. */
export function createWallView(bench: Bench, clock: FrameClock): WallView {
  let theme = readTheme()
  let frames: Frames | null = null
  let whole = false
  // Nothing is measured before there is a view; what is measured before its font is here is measured again.
  const measuredWell = hasNoteFont()
  const aloft = createAloft(bench, clock)
  const tiles = createRestTiles(bench.camera, (ctx, part, zoom) => paintRest(ctx, part, bench, { aloft, theme, zoom }))
  const settling = createSettling(bench, clock)
  const shown = (all: boolean) => {
    whole = all
    if (!whole) frames?.ask('rest')
  }
  return {
    ...{ tiles, aloft, settling, clock, measuredWell },
    theme: () => theme,
    paintRest: (ctx) => shown(tiles.sharp(ctx, settling.settled())),
    mendRest(ctx) {
      const mended = tiles.mend(ctx)
      if (mended !== null) shown(mended)
      return mended !== null
    },
    whole: () => whole,
    dress() {
      theme = readTheme()
      tiles.damageAll()
    },
    drive: (next) => void (frames = next),
  }
}
