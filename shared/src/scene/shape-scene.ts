import type { ShapeId } from '../domain/id.ts'
import type { Place } from '../domain/moment.ts'
import type { PieceId } from '../domain/piece.ts'
import type { ConnectorShape, End, Shape } from '../domain/shape.ts'
import { isNearPath } from './connector-path.ts'
import { contains, grow, type Point, type Rect } from './geometry.ts'
import { lastPlaceOf, topOf } from './last-place.ts'
import { sameRect } from './note-layout.ts'
import { onShelf, type Changing, type PieceScene } from './piece-scene.ts'
import {
  isBlank,
  layArea,
  layConnector,
  layImage,
  layText,
  type SceneArea,
  type SceneConnector,
  type SceneShape,
} from './shape-layout.ts'
import { createSpatialIndex, type SpatialIndex } from './spatial-index.ts'
import type { TextFitter } from './text-layout.ts'
import type { SceneSource } from './scene-source.ts'

/** The free texts, areas, connectors and images of a wall, findable by place. */
export interface ShapeScene extends PieceScene<SceneShape> {
  /** Every word is measured anew at the next look. */
  forget(): void
  connectors(): readonly SceneConnector[]
  /** The connector as it is while what it holds on to lies elsewhere; in a hand itself, its free ends are at that place. */
  tied(connector: SceneConnector, rectOf: RectOf, place?: Place): SceneConnector
  /** The shape as it is in somebody's hand, at another place and maybe in another size. */
  lying(piece: Exclude<SceneShape, SceneConnector>, place: Place): SceneShape
}

type RectOf = (id: PieceId) => Rect | undefined

/** Where a connector's end is: at a piece's rectangle or at a point; null where its piece is not on the wall now. */
export function rectOfEnd(end: End, rectOf: RectOf): Rect | null {
  if ('at' in end) return rectOf(end.at) ?? null
  const [x, y] = end.point
  return { x, y, w: 0, h: 0 }
}

/** A free end of what lay in `from`, and lies in `to` now. */
function endIn(end: End, from: Rect, [x, y, w, h]: Place): End {
  if ('at' in end) return end
  const [endX, endY] = end.point
  return { point: [x + ((endX - from.x) * w) / from.w, y + ((endY - from.y) * h) / from.h] }
}

type ShapesOf = Pick<SceneSource, 'shape' | 'shapes' | 'moment' | 'moments'>

/** What is laid out, and what has yet to be. */
interface Laying {
  readonly wall: ShapesOf
  readonly fitter: TextFitter
  /** Where a piece lies that is no shape. */
  readonly otherRect: RectOf
  readonly changing: Changing
  readonly index: SpatialIndex<ShapeId>
  readonly laid: Map<PieceId, SceneShape>
  readonly connectors: Map<ShapeId, ConnectorShape>
  /** Between which rectangles a connector was laid. */
  readonly between: Map<ShapeId, readonly [Rect, Rect]>
  /** How deep shapes lie by themselves: the later above the earlier. */
  readonly depths: Map<ShapeId, number>
  /** Did anything move that a connector may hold on to? */
  loose: boolean
}

export function createShapeScene(
  wall: ShapesOf,
  fitter: TextFitter,
  otherRect: RectOf,
  changing: Changing,
): ShapeScene {
  const laying: Laying = {
    ...{ wall, fitter, otherRect, changing },
    index: createSpatialIndex<ShapeId>(),
    laid: new Map(),
    connectors: new Map(),
    between: new Map(),
    depths: new Map(),
    loose: true,
  }
  const { index, laid } = laying
  for (const shape of wall.shapes()) update(laying, shape.id)

  return {
    take(change) {
      if (change.kind === 'shapes') change.ids.forEach((id) => update(laying, id))
      if (change.kind === 'shapes' || change.kind === 'moments' || change.kind === 'ink') laying.loose = true
    },
    settle: () => tie(laying),
    get(id) {
      if (wall.shape(id)?.kind === 'connector') tie(laying)
      return laid.get(id)
    },
    within(part) {
      tie(laying)
      return index.within(part).flatMap((id) => laid.get(id) ?? [])
    },
    hits: hitsShape,
    all() {
      tie(laying)
      return laid.values()
    },
    connectors() {
      tie(laying)
      return [...laying.connectors.keys()].flatMap((id) => {
        const piece = laid.get(id)
        return piece?.kind === 'connector' ? piece : []
      })
    },
    tied(connector, rectOf, place) {
      const moved = (end: End) => (place === undefined ? end : endIn(end, connector.rect, place))
      const { shape } = connector
      const [start, last] = laying.between.get(connector.id) ?? []
      const from = rectOfEnd(moved(shape.from), (id) => rectOf(topOf(id, wall))) ?? start
      const to = rectOfEnd(moved(shape.to), (id) => rectOf(topOf(id, wall))) ?? last
      return from && to ? { ...connector, ...layConnector(connector.shape, from, to, fitter) } : connector
    },
    lying: ({ shape, lies }, place) => layPlaced({ ...shape, place }, lies, fitter),
    forget() {
      laying.between.clear()
      for (const { id } of wall.shapes()) update(laying, id)
      laying.loose = true
    },
  }
}

/** Lays one shape out anew, or takes it off. Connectors wait until everything that they hold on to lies. */
function update(laying: Laying, id: ShapeId): void {
  const shape = laying.wall.shape(id)
  laying.connectors.delete(id)
  laying.between.delete(id)
  if (!shape || shape.removed) takeOff(laying, id)
  else if (shape.kind === 'connector') laying.connectors.set(id, shape)
  else put(laying, layPlaced(shape, depthOf(laying, shape), laying.fitter))
}

function takeOff({ laid, index, changing, between }: Laying, id: ShapeId): void {
  const before = laid.get(id)
  if (!before) return
  changing.damage(before.bounds)
  laid.delete(id)
  between.delete(id)
  index.remove(id)
}

function put({ laid, index, changing }: Laying, piece: SceneShape): void {
  const before = laid.get(piece.id)
  if (before) changing.damage(before.bounds)
  laid.set(piece.id, piece)
  index.put(piece.id, piece.bounds)
  changing.damage(piece.bounds)
}

function depthOf({ depths }: Laying, { id, kind }: Shape): number {
  const known = depths.get(id) ?? depths.size
  depths.set(id, known)
  return onShelf(kind, known)
}

function layPlaced(shape: Exclude<Shape, ConnectorShape>, lies: number, fitter: TextFitter): SceneShape {
  const { id, z } = shape
  if (shape.kind === 'text') return { kind: 'text', id, z, lies, shape, ...layText(shape, fitter) }
  if (shape.kind === 'area') return { kind: 'area', id, z, lies, shape, ...layArea(shape, fitter) }
  return { kind: 'image', id, z, lies, shape, ...layImage(shape, fitter) }
}

/** Connectors follow what they hold on to. */
function tie(laying: Laying): void {
  if (!laying.loose) return
  laying.loose = false
  const { connectors, between, fitter } = laying
  for (const [id, shape] of connectors) {
    const former = between.get(id)
    const ends = endsOf(shape, former, laying)
    if (ends === null) {
      takeOff(laying, id)
      continue
    }
    const [from, to] = ends
    if (former && sameRect(former[0], from) && sameRect(former[1], to)) continue
    between.set(id, ends)
    const { z } = shape
    const lies = depthOf(laying, shape)
    put(laying, { kind: 'connector', id, z, lies, shape, ...layConnector(shape, from, to, fitter) })
  }
}

/**
 * Between which rectangles it goes: an end whose piece is in the bin stays where that is thought of, and holds on to it
 * again once it is back. Ink that was erased is nowhere: there it stays where it was seen. Null while there is nothing
 * at either end.
 */
function endsOf(
  { from, to }: ConnectorShape,
  former: readonly [Rect, Rect] | undefined,
  { wall, laid, otherRect }: Laying,
): readonly [Rect, Rect] | null {
  const seen = (id: PieceId) => otherRect(id) ?? laid.get(id)?.rect
  const there = (end: End) => rectOfEnd(end, (id) => seen(topOf(id, wall)))
  const [first, last] = [there(from), there(to)]
  if (first && last) return [first, last]
  if (!first && !last) return null
  const gone = (end: End) => rectOfEnd(end, (id) => lastPlaceOf(id, wall))
  const [start, end] = [first ?? gone(from) ?? former?.[0], last ?? gone(to) ?? former?.[1]]
  return start && end ? [start, end] : null
}

/** What lies in an area is not the area: it is taken by its edge or its title. */
function hitsArea({ rect, box, layout }: SceneArea, point: Point, reach: number): boolean {
  const words = Math.max(0, ...layout.lines.map(({ width }) => width))
  const onTitle = contains({ ...box, w: Math.min(box.w, words), h: rect.y - box.y }, point)
  const inner = grow(rect, -reach)
  const inside = inner.w > 0 && inner.h > 0 && contains(inner, point)
  return onTitle || (contains(grow(rect, reach), point) && !inside)
}

function hitsShape(piece: SceneShape, point: Point, reach: number): boolean {
  if (piece.kind === 'area') return hitsArea(piece, point, reach)
  if (piece.kind !== 'connector') return contains(piece.rect, point)
  return isNearPath(piece.path, point, reach + 2) || (!isBlank(piece.shape.words) && contains(piece.box, point))
}
