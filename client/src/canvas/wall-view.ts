import type { FrameClock } from '../model/flight.ts'
import type { PieceId } from '@momentous/shared/domain/piece'
import type { Bench } from '../tools/bench.ts'
import type { Frames } from './frames.ts'
import { readTheme, type PaintTheme } from './paint-theme.ts'
import { hasNoteFont } from './paint-type.ts'
import { createSettling, type Settling } from './settling.ts'
import { paintRest } from './rest-painter.ts'
import { createRestTiles, type RestTiles } from './rest-tiles.ts'

/** What lies nowhere at the moment. */
interface Up {
  has(id: PieceId): boolean
}

export interface WallView {
  readonly tiles: RestTiles
  readonly settling: Settling
  readonly clock: FrameClock
  /** Was the font of notes there when the first of them was measured? */
  readonly measuredWell: boolean
  /** Paints the layer at rest, wherever that was asked for. */
  paintRest(ctx: CanvasRenderingContext2D): void
  /** Paints what changed of it since it was painted there; false when that isn't enough. */
  mendRest(ctx: CanvasRenderingContext2D): boolean
  /** Did it show all there is in sight? */
  whole(): boolean
  theme(): PaintTheme
  /** Another look was chosen. */
  dress(): void
  /** Who paints what is not at rest; null leaves everything where it lies. */
  lift(up: Up | null): void
  /** Who paints again at the next frame what was too much for this one. */
  drive(frames: Frames | null): void
}

/** What the wall at rest is painted with; `followWall` keeps it painted, with all that moves. No React in between. */
export function createWallView(bench: Bench, clock: FrameClock): WallView {
  let theme = readTheme()
  let frames: Frames | null = null
  let whole = false
  // Nothing is measured before there is a view; what is measured before its font is here is measured again.
  const measuredWell = hasNoteFont()
  let up: Up | null = null
  const tiles = createRestTiles(bench.camera, (ctx, part, zoom) =>
    paintRest(ctx, part, bench, { isUp: (id) => up?.has(id) === true, theme, zoom }),
  )
  const settling = createSettling(bench, clock)
  const shown = (all: boolean) => {
    whole = all
    if (!whole) frames?.ask('rest')
  }
  return {
    ...{ tiles, settling, clock, measuredWell },
    paintRest: (ctx) => shown(tiles.sharp(ctx, settling.settled())),
    mendRest(ctx) {
      const mended = tiles.mend(ctx)
      if (mended !== null) shown(mended)
      return mended !== null
    },
    whole: () => whole,
    theme: () => theme,
    lift: (next) => void (up = next),
    dress() {
      theme = readTheme()
      tiles.damageAll()
    },
    drive: (next) => void (frames = next),
  }
}
