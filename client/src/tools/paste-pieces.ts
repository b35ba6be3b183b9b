import { isOwnChannel, type ChannelId } from '@momentous/shared/domain/contact-type'
import type { GroupId, MomentId, ShapeId, StrokeId } from '@momentous/shared/domain/id'
import type { PieceId } from '@momentous/shared/domain/piece'
import type { End } from '@momentous/shared/domain/shape'
import type { Clip, ClippedMoment, ClippedShape } from '../model/clip.ts'
import { folded } from '../model/folded.ts'
import { around, centre, type Point, type Rect } from '../model/geometry.ts'
import { clipboardWords } from '../words/clipboard.ts'
import type { Bench } from './bench.ts'

/** How far a copy lies from what it is a copy of, each way. */
const ASIDE = 24

/** What a paste is made with: the new ids of what was copied, and how far everything lies from where it was. */
interface Pasting {
  readonly bench: Bench
  readonly by: Point
  readonly ids: ReadonlyMap<PieceId, PieceId>
  readonly groups: ReadonlyMap<GroupId, GroupId>
}

/**
 * Makes the pieces of a clip anew, at the pointer or beside what is selected; what isn't allowed stops it. Notes that
 * were tidy come behind the selected one in the timeline.
 */
export function pastePieces(clip: Clip, bench: Bench): void {
  const { wall, selection } = bench
  const pieces = [...clip.moments, ...clip.shapes, ...clip.strokes]
  const pasting: Pasting = {
    bench,
    by: shift(clip, bench),
    ids: new Map(pieces.map(({ id }) => [id, wall.newId()])),
    groups: new Map(pieces.flatMap(({ group }) => (group === null ? [] : [[group, wall.newId<GroupId>()]]))),
  }
  const made: PieceId[] = []
  wall.together(() => {
    const all =
      pasteMoments(clip.moments, pasting, made) &&
      clip.strokes.every((stroke) => pasteStroke(stroke, pasting, made)) &&
      // Connectors come last: what they hold on to has to be there.
      clip.shapes.toSorted(connectorsLast).every((shape) => pasteShape(shape, pasting, made))
    if (all) groupMoments(clip.moments, pasting)
  })
  if (made.length > 0) selection.set(made)
}

const connectorsLast = (one: ClippedShape, other: ClippedShape) =>
  Number(one.kind === 'connector') - Number(other.kind === 'connector')

function pasteMoments(moments: readonly ClippedMoment[], pasting: Pasting, made: PieceId[]): boolean {
  const { bench, by, ids } = pasting
  const { wall } = bench
  let after: MomentId | 'last' = bench.selection.lead() ?? 'last'
  for (const moment of moments) {
    const { text, paper, setting, kind, seconds, place } = moment
    const id = ids.get(moment.id) as MomentId
    const channel = channelHere(moment, bench)
    const args = {
      ...{ id, text, after, paper, channel, kind },
      setting: channel === null ? null : setting,
      serves: servedHere(moment, pasting),
      place: place && movedPlace(place, by),
    }
    if (!wall.act('add-moment', args).allowed) return false
    if (seconds !== null) wall.act('set-seconds', { id, seconds })
    made.push(id)
    after = id
  }
  return true
}

function pasteStroke(stroke: Clip['strokes'][number], { bench, by, ids, groups }: Pasting, made: PieceId[]): boolean {
  const { pen, width, points, group } = stroke
  const id = ids.get(stroke.id) as StrokeId
  const moved: [number, number] = [by.x, by.y]
  const args = { id, pen, width, points, moved, group: group && (groups.get(group) ?? null) }
  return bench.wall.act('draw-stroke', args).allowed && made.push(id) > 0
}

function pasteShape(shape: ClippedShape, pasting: Pasting, made: PieceId[]): boolean {
  const { bench, by, ids, groups } = pasting
  const { wall } = bench
  if (shape.kind === 'image' && !hasImage(shape.image.hash, bench)) {
    wall.say(clipboardWords.imagesStay)
    return true
  }
  const id = ids.get(shape.id) as ShapeId
  const group = shape.group && (groups.get(shape.group) ?? null)
  const args =
    shape.kind === 'connector'
      ? { ...shape, id, group, from: endHere(shape.from, pasting), to: endHere(shape.to, pasting) }
      : { ...shape, id, group, place: movedPlace(shape.place, by) }
  return wall.act('add-shape', args).allowed && made.push(id) > 0
}

/** Notes get their groups afterwards: they are added without one. */
function groupMoments(moments: readonly ClippedMoment[], { bench, ids, groups }: Pasting): void {
  for (const [was, group] of groups) {
    const together = moments.filter((moment) => moment.group === was).flatMap(({ id }) => ids.get(id) ?? [])
    if (together.length > 0) bench.wall.act('group-pieces', { ids: together, group })
  }
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

/** A board's own contact type goes by its name on another board; none where that isn't known. */
function channelHere({ channel, channelName }: ClippedMoment, { wall }: Bench): ChannelId | null {
  if (channel === null || !isOwnChannel(channel)) return channel
  const name = channelName === null ? null : folded(channelName)
  return wall.session().channels.find(({ label }) => folded(label) === name)?.id ?? null
}

function servedHere({ serves }: ClippedMoment, { bench, ids }: Pasting): MomentId | null {
  if (serves === null) return null
  return (ids.get(serves) as MomentId | undefined) ?? bench.wall.moment(serves)?.id ?? null
}

/** The file of an image lies with its board. */
function hasImage(hash: string, { wall }: Bench): boolean {
  return wall.shapes().some((shape) => shape.kind === 'image' && shape.image.hash === hash)
}

/** To the pointer, if it is over the wall; else a little beside what is selected, or into the middle of the view. */
function shift(clip: Clip, bench: Bench): Point {
  const from = around(rectsOf(clip))
  if (from === null) return { x: 0, y: 0 }
  const { live, camera, scene, selection } = bench
  const pointer = live.pointer.get()
  const beside = selection.pieces().size > 0 ? scene.bounds(selection.pieces()) : null
  const middle = centre(from)
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
