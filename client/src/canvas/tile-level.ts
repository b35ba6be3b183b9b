import { centre, type Rect } from '@momentous/shared/scene/geometry'
import { allStale, createTile, staleIn, TILE, type Tile } from './tile.ts'

/** Columns and rows stay within this many of the origin: one number names both. */
const SPAN = 2 ** 22

/** Which tiles a stretch of pixels touches. */
interface Range {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** All tiles of one scale. */
export interface TileLevel {
  /** Pixels of the device per board unit. */
  readonly scale: number
  readonly tiles: ReadonlyMap<number, Tile>
  at(column: number, row: number): Tile | undefined
  add(column: number, row: number, ctx: CanvasRenderingContext2D): Tile
  damage(part: Rect): void
  damageAll(): void
  /** Takes those away that `wanted` doesn't want, and hands them over. */
  drop(wanted: (tile: Tile) => boolean): readonly Tile[]
  /** The tiles that this part of the board lies on. */
  range(part: Rect): Range
  /** Is all of this part painted? */
  covers(part: Rect): boolean
}

const nameOf = (column: number, row: number) => (column + SPAN) * 2 * SPAN + row + SPAN

export function createLevel(scale: number): TileLevel {
  const tiles = new Map<number, Tile>()
  const range = ({ x, y, w, h }: Rect): Range => {
    const at = (length: number) => Math.floor((length * scale) / TILE)
    return { left: at(x), top: at(y), right: at(x + w), bottom: at(y + h) }
  }
  return {
    scale,
    tiles,
    range,
    at: (column, row) => tiles.get(nameOf(column, row)),
    add(column, row, ctx) {
      const tile = createTile(column, row, ctx)
      tiles.set(nameOf(column, row), tile)
      return tile
    },
    damage({ x, y, w, h }) {
      const part = { x: x * scale, y: y * scale, w: w * scale, h: h * scale }
      for (const tile of tiles.values()) staleIn(tile, part)
    },
    damageAll() {
      for (const tile of tiles.values()) allStale(tile)
    },
    drop(wanted) {
      const gone = [...tiles.values()].filter((tile) => !wanted(tile))
      for (const { column, row } of gone) tiles.delete(nameOf(column, row))
      return gone
    },
    covers(part) {
      const { left, top, right, bottom } = range(part)
      if ((right - left + 1) * (bottom - top + 1) > tiles.size) return false
      for (let row = top; row <= bottom; row++)
        for (let column = left; column <= right; column++)
          if (tiles.get(nameOf(column, row))?.painted !== true) return false
      return true
    },
  }
}

/** Every tile of a level that shows something of `part`, missing ones too. */
export function* tilesOn(level: TileLevel, part: Rect): Generator<readonly [column: number, row: number]> {
  const { left, top, right, bottom } = level.range(part)
  for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) yield [column, row]
}

/** The same, those in the middle first: that is where people look. */
export function tilesFromMiddle(level: TileLevel, part: Rect): readonly (readonly [column: number, row: number])[] {
  const middle = centre(part)
  const [x, y] = [(middle.x * level.scale) / TILE - 0.5, (middle.y * level.scale) / TILE - 0.5]
  const far = ([column, row]: readonly [number, number]) => Math.hypot(column - x, row - y)
  return [...tilesOn(level, part)].toSorted((one, other) => far(one) - far(other))
}

/** The part of the board that a tile shows. */
export function partOf({ scale }: TileLevel, column: number, row: number): Rect {
  const side = TILE / scale
  return { x: column * side, y: row * side, w: side, h: side }
}
