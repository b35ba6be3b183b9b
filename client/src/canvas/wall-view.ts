import type { FrameClock } from '../model/flight.ts'
import type { Bench } from '../tools/bench.ts'
import { createAloft, type Aloft } from './aloft.ts'
import type { Frames } from './frames.ts'
import { readTheme } from './paint-theme.ts'
import { hasNoteFont } from './paint-type.ts'
import { createSettling, type Settling } from './settling.ts'
import { createWallPainter, type WallPainter } from './wall-painter.ts'

export interface WallView {
  readonly painter: WallPainter
  readonly aloft: Aloft
  readonly settling: Settling
  readonly clock: FrameClock
  /** Was the font of notes there when the first of them was measured? */
  readonly measuredWell: boolean
  /** Paints the layer at rest, wherever that was asked for. */
  paintRest(ctx: CanvasRenderingContext2D): void
  /** Did it show all there is in sight? */
  whole(): boolean
  /** Another look was chosen. */
  dress(): void
  /** Who paints again at the next frame what was too much for this one. */
  drive(frames: Frames | null): void
}

/** What the wall is painted with; `followWall` keeps it painted. No React in between. */
export function createWallView(bench: Bench, clock: FrameClock): WallView {
  let theme = readTheme()
  let frames: Frames | null = null
  let whole = false
  // Nothing is measured before there is a view; what is measured before its font is here is measured again.
  const measuredWell = hasNoteFont()
  const aloft = createAloft(bench, clock)
  const painter = createWallPainter(bench, aloft, clock, () => theme)
  const settling = createSettling(bench, clock)
  return {
    ...{ painter, aloft, settling, clock, measuredWell },
    paintRest(ctx) {
      whole = painter.tiles.sharp(ctx, settling.settled())
      if (!whole) frames?.ask('rest')
    },
    whole: () => whole,
    dress() {
      theme = readTheme()
      painter.tiles.damageAll()
    },
    drive: (next) => void (frames = next),
  }
}
