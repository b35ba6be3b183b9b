import { toolWords } from '../words/canvas.ts'
import type { ChannelId } from '@momentous/shared/domain/contact-type'
import type { MomentId, StrokeId } from '@momentous/shared/domain/id'
import { pens, type PenId } from '@momentous/shared/domain/pen'
import { STROKE_POINTS_MAX } from '@momentous/shared/domain/stroke'
import { contains, distance, type Point } from '../model/geometry.ts'
import type { LiveStroke } from '../model/wall.ts'
import { letGo, type Bench, type Desk } from './bench.ts'
import type { Contact, Tool, ToolState } from './tool.ts'

/** Contacts nearer than this on the screen add nothing to a line. */
const STEP = 1
/** A press that moved less than this was a touch, not a line. */
const SLIP = 4

const round = (value: number) => Math.round(value * 10) / 10

function inkPoint({ at, pressure }: Contact): [number, number, number] {
  return [round(at.x), round(at.y), Math.round(pressure * 100) / 100]
}

/** Adds what is far enough from the line's last point; a line that is full takes no more. */
function lengthen(points: number[], trail: readonly Contact[], zoom: number): void {
  for (const contact of trail) {
    if (points.length >= STROKE_POINTS_MAX * 3) return
    const last: Point = { x: points.at(-3) ?? 0, y: points.at(-2) ?? 0 }
    if (distance(last, contact.at) * zoom >= STEP) points.push(...inkPoint(contact))
  }
}

/**
 * The notes that a line with a type pen gives its type to: those where it starts or ends, and while the session is
 * colouring also those that it runs across. A circle around a note doesn't touch it.
 */
function touchedBy({ points }: LiveStroke, { scene, wall }: Bench): MomentId[] {
  const across = wall.session().phase === 'colour'
  const touched = new Set<MomentId>()
  for (let i = 0; i + 1 < points.length; i += 3) {
    if (!across && i !== 0 && i !== points.length - 3) continue
    const point = { x: points[i] ?? 0, y: points[i + 1] ?? 0 }
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
  const touched = touchedBy(stroke, bench)
  const { type } = pens[stroke.pen]
  wall.together(() => {
    const typed = giveType(touched, type, bench)
    if (typed && travelled < SLIP) return
    wall.act('draw-stroke', {
      id: wall.newId<StrokeId>(),
      pen: stroke.pen,
      width: stroke.width,
      points: [...stroke.points],
    })
  })
  letGo(live)
}

function drawing(start: Contact, stroke: LiveStroke, points: number[], rest: ToolState): ToolState {
  let travelled = 0
  const state: ToolState = {
    on(gesture, bench) {
      if (gesture.type === 'cancel') {
        letGo(bench.live)
        return rest
      }
      if (gesture.type === 'hover' || gesture.type === 'press') return state
      travelled = Math.max(travelled, distance(gesture.screen, start.screen))
      if (gesture.shift) points.splice(3, points.length, ...inkPoint({ ...gesture, pressure: start.pressure }))
      else lengthen(points, gesture.type === 'drag' ? gesture.trail : [gesture], bench.camera.view().zoom)
      if (gesture.type === 'lift') {
        finish(stroke, travelled, bench)
        return rest
      }
      bench.live.stroke.set({ ...stroke })
      return state
    },
  }
  return state
}

function drawWith(held: (desk: Desk) => PenId): ToolState {
  const rest: ToolState = {
    on(gesture, { live, desk }) {
      if (gesture.type !== 'press') return rest
      const points = [...inkPoint(gesture)]
      const stroke: LiveStroke = { pen: held(desk), width: desk.width.get(), points }
      live.stroke.set(stroke)
      return drawing(gesture, stroke, points, rest)
    },
  }
  return rest
}

export const pen: Tool = {
  label: toolWords.pen,
  icon: 'pencil',
  shortcut: 'P',
  roles: ['facilitator', 'participant'],
  shelf: 'ink',
  extra: false,
  row: 'ink',
  cursor: 'crosshair',
  rest: drawWith((desk) => desk.pen.get()),
}

export const highlighter: Tool = {
  label: toolWords.highlighter,
  icon: 'highlighter',
  shortcut: null,
  roles: ['facilitator', 'participant'],
  shelf: 'ink',
  extra: true,
  row: 'ink',
  cursor: 'crosshair',
  rest: drawWith((desk) => desk.highlighter.get()),
}
