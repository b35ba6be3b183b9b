import { compareDepth } from '../board/depth.ts'
import type { PieceId } from '../domain/piece.ts'
import type { Point, Rect } from './geometry.ts'
import type { WallChange } from './scene-source.ts'

/** How pieces lie that nobody has put before or behind others: one kind above the other, from back to front. */
const shelves = { area: 0, image: 1, timeline: 2, connector: 3, tidyNote: 4, placedNote: 5, text: 6, ink: 7 } as const
const SHELF = 1_000_000

/** Where a piece lies by itself: on its kind's shelf, the later above the earlier. */
export function onShelf(shelf: keyof typeof shelves, at: number): number {
  return shelves[shelf] * SHELF + at
}

/** One thing on the wall as it is painted and hit, whatever its kind. */
export interface LyingPiece {
  readonly id: PieceId
  /** Where it lies. */
  readonly rect: Rect
  /** Everything that is painted of it. */
  readonly bounds: Rect
  /** How deep somebody has put it (see depth.ts). */
  readonly z: string | null
  /** How deep it lies by itself. */
  readonly lies: number
}

/** From back to front. */
export function compareLying(a: LyingPiece, b: LyingPiece): number {
  if (a.z === null && b.z === null) return a.lies - b.lies
  return compareDepth(a, b, () => a.lies - b.lies)
}

/** What a change of the board does to the picture of it. */
export interface Changing {
  /** This part looks different now. */
  damage(part: Rect): void
  damageAll(): void
  /** This piece lies elsewhere now; it lay here. */
  moved(id: PieceId, from: Rect): void
}

/** All pieces of one kind, findable by place; made with a `Changing`, which it tells of differences. */
export interface PieceScene<Piece extends LyingPiece> {
  /** Takes in what became different on the board. What that does to the picture is told by the next `settle`, at the latest. */
  take(change: WallChange): void
  /** Does now what `take` has left for later, because it concerns many pieces. */
  settle(): void
  get(id: PieceId): Piece | undefined
  /** Everything that is painted there, in any order. */
  within(part: Rect): readonly Piece[]
  /** Does the piece itself lie there, and not only its frame? `reach` is how far a hand may miss. */
  hits(piece: Piece, point: Point, reach: number): boolean
  all(): Iterable<Piece>
}
