import { depthsAt, MIDDLE_DEPTH } from '@momentous/shared/board/depth'
import { SHAPES_AT_ONCE } from '@momentous/shared/commands/add-shapes'
import type { ArgsOf } from '@momentous/shared/commands/commands'
import type { GroupId, MomentId, ShapeId, StrokeId } from '@momentous/shared/domain/id'
import type { PieceId } from '@momentous/shared/domain/piece'
import type { End } from '@momentous/shared/domain/shape'
import type { Clip, ClippedMoment, ClippedShape } from '../model/clip.ts'
import { around, centre, type Point, type Rect } from '@momentous/shared/scene/geometry'
import { random } from '../model/random.ts'
import { clipboardWords } from '../words/clipboard.ts'
import { addMany, type NewMoment } from './add-many.ts'
import { channelHere } from './channel-here.ts'
import type { Bench } from './bench.ts'

/** How far a copy lies from what it is a copy of, each way. */
const ASIDE = 24

/** With its middle there, or so far from where it was copied; tidy notes behind that one, null being the beginning of the line. */
export type PasteAt = { readonly at: Point } | { readonly by: Point; readonly after?: MomentId | null }

/** What a paste is made with: the new ids and depths of what was copied, and how far everything lies from where it was. */
interface Pasting {
  readonly bench: Bench
  readonly by: Point
  readonly ids: ReadonlyMap<PieceId, PieceId>
  readonly groups: ReadonlyMap<GroupId, GroupId>
  /** By the ids that they had; empty where they lie by themselves. */
  readonly depths: ReadonlyMap<PieceId, string>
}

/**
 * Makes the pieces of a clip anew: `where` it is said, else at the pointer or beside what is selected; what isn't allowed
 * stops it.
 * Notes that were tidy come behind the selected one in the timeline.
 */
export function pastePieces(clip: Clip, bench: Bench, where: PasteAt | null = null): void {
  const { wall, selection } = bench
  const pieces = [...clip.moments, ...clip.shapes, ...clip.strokes]
  const pasting: Pasting = {
    bench,
    by: where && 'by' in where ? where.by : shift(clip, bench, where?.at ?? null),
    ids: new Map(pieces.map(({ id }) => [id, wall.newId()])),
    groups: new Map(pieces.flatMap(({ group }) => (group === null ? [] : [[group, wall.newId<GroupId>()]]))),
    depths: depthsOf(clip, bench),
  }
  const made: PieceId[] = []
  wall.together(() => {
    const moments = clip.moments.map((moment) => newMoment(moment, pasting))
    const named = where && 'by' in where ? where.after : undefined
    made.push(...addMany(moments, named === undefined ? (selection.lead() ?? 'last') : named, wall))
    if (made.length < moments.length) return
    // Connectors come last: what they hold on to has to be there.
    const all = clip.strokes.every((stroke) => pasteStroke(stroke, pasting, made))
    if (all) pasteShapes(clip.shapes.toSorted(connectorsLast), pasting, made)
  })
  if (made.length > 0) selection.set(made)
}

/** Before everything else on this wall, as they lay among themselves. */
function depthsOf({ lying = [] }: Clip, { wall }: Bench): ReadonlyMap<PieceId, string> {
  if (lying.length === 0) return new Map()
  const others = [...wall.moments(), ...wall.shapes(), ...wall.strokes()]
  // The originals may be on this very wall, and keep their depths.
  const copies = lying.map((id) => ({ id, copy: wall.newId<PieceId>() }))
  const places = depthsAt(
    'front',
    copies.map(({ copy }) => copy),
    others,
    random,
  )
  const depths = new Map(places.map(({ id, z }) => [id, z]))
  return new Map(copies.flatMap(({ id, copy }) => [[id, depths.get(copy) ?? MIDDLE_DEPTH]]))
}

const connectorsLast = (one: ClippedShape, other: ClippedShape) =>
  Number(one.kind === 'connector') - Number(other.kind === 'connector')

function newMoment(moment: ClippedMoment, pasting: Pasting): NewMoment {
  const { text, paper, setting, kind, seconds, place, group } = moment
  const channel = channelHere(moment, pasting.bench.wall.session().channels)
  return {
    ...{ text, paper, channel, kind, seconds },
    id: pasting.ids.get(moment.id) as MomentId,
    setting: channel === null ? null : setting,
    serves: servedHere(moment, pasting),
    place: place && movedPlace(place, pasting.by),
    ...arranged(moment.id, group, pasting),
  }
}

/** The group and the depth that a piece comes with. */
function arranged(id: PieceId, group: GroupId | null, { groups, depths }: Pasting) {
  return { group: group && (groups.get(group) ?? null), z: depths.get(id) ?? null }
}

function pasteStroke(stroke: Clip['strokes'][number], pasting: Pasting, made: PieceId[]): boolean {
  const { bench, by, ids } = pasting
  const { pen, width, points, group } = stroke
  const id = ids.get(stroke.id) as StrokeId
  const moved: [number, number] = [by.x, by.y]
  const args = { id, pen, width, points, moved, ...arranged(stroke.id, group, pasting) }
  return bench.wall.act('draw-stroke', args).allowed && made.push(id) > 0
}

/** In few large changes; an image comes only where its file is. */
function pasteShapes(clipped: readonly ClippedShape[], pasting: Pasting, made: PieceId[]): void {
  const { wall } = pasting.bench
  const known = imagesHere(pasting.bench)
  const here = clipped.filter((shape) => shape.kind !== 'image' || known.has(shape.image.hash))
  if (here.length < clipped.length) wall.say(clipboardWords.imagesStay)
  for (let from = 0; from < here.length; from += SHAPES_AT_ONCE) {
    const shapes = here.slice(from, from + SHAPES_AT_ONCE).map((shape) => newShape(shape, pasting))
    if (!wall.act('add-shapes', { shapes }).allowed) return
    made.push(...shapes.map(({ id }) => id))
  }
}

function newShape(shape: ClippedShape, pasting: Pasting): ArgsOf<'add-shape'> {
  const id = pasting.ids.get(shape.id) as ShapeId
  const lies = arranged(shape.id, shape.group, pasting)
  return shape.kind === 'connector'
    ? { ...shape, ...lies, id, from: endHere(shape.from, pasting), to: endHere(shape.to, pasting) }
    : { ...shape, ...lies, id, place: movedPlace(shape.place, pasting.by) }
}

function movedPlace(
  [x, y, w, h]: readonly [number, number, number, number],
  by: Point,
): [number, number, number, number] {
  return [x + by.x, y + by.y, w, h]
}

function endHere(end: End, { by, ids }: Pasting): End {
  if ('point' in end) return { point: [end.point[0] + by.x, end.point[1] + by.y] }
  const at = ids.get(end.at)
  return at === undefined ? { point: [by.x, by.y] } : { at }
}

function servedHere({ serves }: ClippedMoment, { bench, ids }: Pasting): MomentId | null {
  if (serves === null) return null
  return (ids.get(serves) as MomentId | undefined) ?? bench.wall.moment(serves)?.id ?? null
}

/** The file of an image lies with its board. */
function imagesHere({ wall }: Bench): ReadonlySet<string> {
  return new Set(wall.shapes().flatMap((shape) => (shape.kind === 'image' ? shape.image.hash : [])))
}

/** To `at` or to the pointer, if it is over the wall; else a little beside what is selected, or into the middle of the view. */
function shift(clip: Clip, bench: Bench, at: Point | null): Point {
  const from = around(rectsOf(clip))
  if (from === null) return { x: 0, y: 0 }
  const { live, camera, scene, selection } = bench
  const pointer = live.pointer.get()
  const beside = selection.pieces().size > 0 ? scene.bounds(selection.pieces()) : null
  const middle = centre(from)
  if (at !== null) return rounded(at.x - middle.x, at.y - middle.y)
  if (pointer === null && beside !== null) return rounded(beside.x + ASIDE - from.x, beside.y + ASIDE - from.y)
  const to = pointer === null ? centre(camera.visible()) : camera.toBoard(pointer)
  return rounded(to.x - middle.x, to.y - middle.y)
}

const rounded = (x: number, y: number): Point => ({ x: Math.round(x), y: Math.round(y) })

function rectsOf({ moments, shapes, strokes }: Clip): readonly Rect[] {
  const placed = [...moments, ...shapes].flatMap((piece) => ('place' in piece && piece.place ? [piece.place] : []))
  const ends = shapes.flatMap((shape) => (shape.kind === 'connector' ? [shape.from, shape.to] : []))
  const points = ends.flatMap((end) => ('point' in end ? [end.point] : []))
  return [
    ...placed.map(([x, y, w, h]) => ({ x, y, w, h })),
    ...points.map(([x, y]) => ({ x, y, w: 0, h: 0 })),
    ...strokes.flatMap((stroke) => around(pointsOf(stroke.points)) ?? []),
  ]
}

function* pointsOf(points: readonly number[]): Iterable<Rect> {
  for (let at = 0; at + 1 < points.length; at += 3) yield { x: points[at] ?? 0, y: points[at + 1] ?? 0, w: 0, h: 0 }
}
