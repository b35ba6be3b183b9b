import type { ChannelId } from '@momentous/shared/domain/contact-type'
import type { MomentId, StrokeId } from '@momentous/shared/domain/id'
import { pens, type PenId } from '@momentous/shared/domain/pen'
import { contains, distance, type Point } from '@momentous/shared/scene/geometry'
import { bendsOf, densePoints } from '@momentous/shared/scene/ink-curve'
import { inkWidth } from '@momentous/shared/scene/ink-scene'
import { startTrail, type InkTrail, type Touch } from '../model/ink-trail.ts'
import type { LiveStroke } from '../model/wall.ts'
import { letGo, type Bench, type Desk } from './bench.ts'
import type { Contact, Gesture, ToolState } from './tool.ts'

/** A press that moved less than this was a touch, not a line. */
const SLIP = 4
/** Notes are looked for along a line in steps of this. */
const STEP = 8
const RIGHT_ANGLE_PARTS = 6

const round = (value: number) => Math.round(value * 10) / 10

function touchOf({ at, pressure, time }: Contact): Touch {
  return { x: at.x, y: at.y, pressure, time }
}

/** Where a straight line ends: where the pointer is, or with Alt at the next multiple of 15 degrees. */
function straightEnd(from: Point, { at, alt }: Contact): Point {
  if (!alt) return at
  const part = Math.PI / 2 / RIGHT_ANGLE_PARTS
  const angle = Math.round(Math.atan2(at.y - from.y, at.x - from.x) / part) * part
  const length = distance(from, at)
  return { x: from.x + length * Math.cos(angle), y: from.y + length * Math.sin(angle) }
}

/**
 * The notes that a line with a type pen gives its type to: those where it starts or ends, and while the session is
 * colouring also those that it runs across. A circle around a note doesn't touch it.
 */
function touchedBy({ points }: LiveStroke, { scene, wall }: Bench): MomentId[] {
  const across = wall.session().phase === 'colour'
  const way = across && points.length > 3 ? densePoints(bendsOf(points), STEP) : points
  const touched = new Set<MomentId>()
  for (let i = 0; i + 1 < way.length; i += 3) {
    if (!across && i !== 0 && i !== way.length - 3) continue
    const point = { x: way[i] ?? 0, y: way[i + 1] ?? 0 }
    const note = scene.noteAt(point)
    if (note && contains(note.rect, point)) touched.add(note.id)
  }
  return [...touched]
}

function giveType(ids: MomentId[], channel: ChannelId | null, { wall, desk }: Bench): boolean {
  if (channel === null || ids.length === 0) return false
  const setting = desk.setting.get()
  const args = setting === null ? { ids, channel } : { ids, channel, setting }
  return wall.check('set-contact-type', args).allowed && wall.act('set-contact-type', args).allowed
}

/** The document hears of the line once, here. A mere touch of a note with a type pen leaves the type and no dot of ink. */
function finish(stroke: LiveStroke, travelled: number, bench: Bench): void {
  const { wall, live } = bench
  const { pen, width, points } = stroke
  wall.together(() => {
    const { type } = pens[pen]
    const typed = type !== null && giveType(touchedBy(stroke, bench), type, bench)
    if (typed && travelled < SLIP) return
    wall.act('draw-stroke', { id: wall.newId<StrokeId>(), pen, width, points: [...points] })
  })
  letGo(live)
}

type Started = Pick<LiveStroke, 'pen' | 'width'>

/** With Shift the line is straight from the press, and the hand's own again when Shift is let go. */
function lineOf(trail: InkTrail, { x, y }: Point, gesture: Contact): readonly number[] {
  if (!gesture.shift) return trail.points
  const [, , pressure = 0.5] = trail.points
  const end = straightEnd({ x, y }, gesture)
  return [round(x), round(y), pressure, round(end.x), round(end.y), pressure]
}

function lengthen(trail: InkTrail, gesture: Exclude<Gesture, { type: 'cancel' }>): void {
  for (const each of gesture.type === 'drag' ? gesture.trail : [gesture]) trail.add(touchOf(each))
}

function aheadOf(gesture: Gesture): number[] {
  if (gesture.type !== 'drag' || gesture.shift) return []
  return gesture.ahead.flatMap(({ at, pressure }) => [at.x, at.y, pressure])
}

function drawing(start: Contact, stroke: Started, trail: InkTrail, rest: ToolState): ToolState {
  let travelled = 0
  const state: ToolState = {
    on(gesture, bench) {
      if (gesture.type === 'cancel') {
        letGo(bench.live)
        return rest
      }
      if (gesture.type === 'hover' || gesture.type === 'press') return state
      travelled = Math.max(travelled, distance(gesture.screen, start.screen))
      lengthen(trail, gesture)
      const points = lineOf(trail, start.at, gesture)
      if (gesture.type === 'lift') {
        finish({ ...stroke, points: gesture.shift ? points : trail.end() }, travelled, bench)
        return rest
      }
      const settled = gesture.shift ? 1 : trail.settled()
      bench.live.stroke.set({ ...stroke, points, settled, ahead: aheadOf(gesture) })
      return state
    },
  }
  return state
}

/** A highlighter has one width; a stylus feels; for a mouse and a finger the speed of the hand stands in. */
function trailOf(gesture: Contact, stroke: Started, zoom: number): InkTrail {
  const even = pens[stroke.pen].scale > 1
  const pressure = even ? 'even' : gesture.pointer === 'pen' ? 'felt' : 'speed'
  return startTrail(touchOf(gesture), { zoom, width: inkWidth(stroke), pressure })
}

function drawWith(held: (desk: Desk) => PenId): ToolState {
  const rest: ToolState = {
    on(gesture, { live, desk, camera }) {
      if (gesture.type !== 'press') return rest
      const stroke: Started = { pen: held(desk), width: desk.width.get() }
      const trail = trailOf(gesture, stroke, camera.view().zoom)
      live.stroke.set({ ...stroke, points: trail.points, settled: 1, ahead: [] })
      return drawing(gesture, stroke, trail, rest)
    },
  }
  return rest
}

export const penAtRest = drawWith((desk) => desk.pen.get())
export const highlighterAtRest = drawWith((desk) => desk.highlighter.get())
