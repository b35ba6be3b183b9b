import type { Rect } from '@momentous/shared/scene/geometry'
import { createLevel, tilesFromMiddle, type TileLevel } from './tile-level.ts'
import type { Tile } from './tile.ts'

/**
 * The scales of the coarse levels, in pixels of the device per board unit: those of a ladder with wide steps, or there
 * would be as much to paint as without one.
 */
const FINER = [0.8, 0.2] as const
const COARSEST = 0.05
/** A level that is enlarged by less than this would soon be too fine again for somebody who goes on zooming out. */
const ENLARGED_LEAST = 1.3

/** Below this scale there are no words to paint: that is quick. */
const WORDLESS = 0.3

/** Coarse levels: what comes into sight while somebody zooms out is shown by them until the zoom rests. */
export interface Rungs {
  finestFirst(): readonly TileLevel[]
  /** The one to paint for what comes into sight at this scale. */
  at(scale: number): TileLevel
  /** What will be needed if somebody who sees `view` zooms out, in the order in which it will. */
  around(view: Rect, scale: number): readonly RungTile[]
  damage(part: Rect): void
  /** Forgets everything, and hands the tiles over. */
  clear(): readonly Tile[]
}

export interface RungTile {
  readonly level: TileLevel
  readonly column: number
  readonly row: number
}

/** So many of each coarse level are kept at hand. */
const AROUND_MOST = 12

export function createRungs(): Rungs {
  const coarsest = createLevel(COARSEST)
  const levels = [...FINER.map(createLevel), coarsest]
  return {
    finestFirst: () => levels,
    at: (scale) => levels.find((level) => scale >= level.scale * ENLARGED_LEAST) ?? coarsest,
    around: (view, scale) =>
      levels
        .filter((level) => level.scale < WORDLESS && scale >= level.scale * ENLARGED_LEAST)
        .flatMap((level) =>
          tilesFromMiddle(level, zoomedOut(view, scale / level.scale))
            .slice(0, AROUND_MOST)
            .map(([column, row]) => ({ level, column, row })),
        ),
    damage: (part) => levels.forEach((level) => level.damage(part)),
    clear: () => levels.flatMap((level) => level.drop(() => false)),
  }
}

function zoomedOut({ x, y, w, h }: Rect, times: number): Rect {
  const [wide, high] = [w * times, h * times]
  return { x: x + (w - wide) / 2, y: y + (h - high) / 2, w: wide, h: high }
}
