import type { PieceId } from '@momentous/shared/domain/piece'
import type { Remains } from '../model/cut-points.ts'
import { grow, type Rect } from '@momentous/shared/scene/geometry'
import { onShelf } from '@momentous/shared/scene/piece-scene'
import type { ScenePiece } from '@momentous/shared/scene/scene'
import type { Bench } from '../tools/bench.ts'
import { chosen, fadedReader } from '@momentous/shared/drawing/note-facts'
import { factsReader } from './note-facts.ts'
import type { PaintTheme } from './paint-theme.ts'
import { paintStages } from './paint-stages.ts'
import { paintDots, paintLine } from './paint-timeline.ts'
import type { Look } from './piece-painter.ts'
import { paintPiece } from './piece-painters.ts'

const none: ReadonlySet<string> = new Set()
const nothingLeft: Remains = []
const LINE = onShelf('timeline', 0)

export function lookOf(bench: Bench, theme: PaintTheme, zoom: number, part: Rect | null): Look {
  const rubbed: ReadonlySet<PieceId> = bench.live.erasing.get()
  const remains: ReadonlyMap<PieceId, Remains> = bench.live.remains.get()
  return {
    theme,
    zoom,
    part,
    scene: bench.scene,
    facts: factsReader(bench.wall, bench),
    faded: fadedReader(bench.wall),
    rubbed: (id) => rubbed.has(id),
    remains: (id) => remains.get(id) ?? nothingLeft,
    writing: (id) => id === bench.desk.writing.get(),
    picture: bench.pictures.get,
  }
}

interface RestPaint {
  /** Is it in a hand or on its way? */
  isUp(id: PieceId): boolean
  readonly theme: PaintTheme
  readonly zoom: number
}

/** Everything at rest in one part of the board, from back to front: what lies under the line, the line, what lies on it. */
export function paintRest(
  ctx: CanvasRenderingContext2D,
  part: Rect,
  bench: Bench,
  { isUp, theme, zoom }: RestPaint,
): void {
  const { scene, wall } = bench
  const look = lookOf(bench, theme, zoom, part)
  const pieces = scene.paintedIn(grow(part, 1)).filter(({ id }) => !isUp(id))
  const lies = (piece: ScenePiece) => piece.z === null && piece.lies > LINE
  const line = pieces.findIndex(lies)
  const under = line === -1 ? pieces.length : line
  const paint = { theme, zoom, view: part }
  for (const piece of pieces.slice(0, under)) paintPiece(ctx, piece, look)
  paintStages(ctx, scene.stages(), bench.desk.naming.get(), paint)
  paintLine(
    ctx,
    scene,
    pieces.filter((piece) => piece.kind === 'note'),
    paint,
  )
  paintDots(ctx, scene, chosen(wall) ?? none, paint)
  for (const piece of pieces.slice(under)) paintPiece(ctx, piece, look)
}
