import { COORDINATE_MAX } from '../board/schemas.ts'
import { DOT_STEP, NOTE_HEIGHT, NOTE_WIDTH, STEM, tidySpot } from '../board/timeline.ts'
import type { Moment, Place } from '../domain/moment.ts'
import type { End, Shape } from '../domain/shape.ts'
import type { Stroke } from '../domain/stroke.ts'
import { centre, contains, type Point, type Rect } from '../scene/geometry.ts'

/** Where what lies freely on a file's wall lies behind what a board has on its line. */
export interface MovedBehind {
  place<Where extends Place | null>(place: Where): Where
  stroke(stroke: Stroke): Stroke
  shape<Each extends Shape>(shape: Each): Each
}

/** What lies on a note that changes sides goes with it, over the line. */
const OVER = 2 * STEM + NOTE_HEIGHT

/**
 * Tidy notes follow from their order, so many steps further on; what lies freely goes as far. Behind an odd number they
 * stand on the other side of the line, and what was drawn or put on one of them goes there too.
 */
export function movedBehind(line: readonly Moment[], onLine: number): MovedBehind {
  const right = onLine * DOT_STEP
  const turns = onLine % 2 === 1
  const notes = line.map(({ place }, at) => (place === null ? tidyRect(at) : null))

  function shiftOf(middle: Point): Point {
    if (!turns) return { x: right, y: 0 }
    const nearest = Math.round(middle.x / DOT_STEP)
    for (const at of [nearest, nearest - 1, nearest + 1]) {
      const note = notes[at]
      if (note && contains(note, middle)) return { x: right, y: tidySpot(at).side === 'above' ? OVER : -OVER }
    }
    return { x: right, y: 0 }
  }

  function lying(place: Place): Place {
    const [x, y, w, h] = place
    const shift = shiftOf(centre({ x, y, w, h }))
    return [within(x + shift.x), within(y + shift.y), w, h]
  }
  const end = (each: End): End => ('at' in each ? each : { point: [within(each.point[0] + right), each.point[1]] })

  return {
    place: (place) =>
      place === null ? place : ([within(place[0] + right), ...place.slice(1)] as unknown as typeof place),
    stroke(stroke) {
      const [x, y] = stroke.moved
      const shift = shiftOf(middleOf(stroke))
      return { ...stroke, moved: [within(x + shift.x), within(y + shift.y)] }
    },
    shape(shape) {
      if (shape.kind === 'connector') return { ...shape, from: end(shape.from), to: end(shape.to) }
      // An area stands around notes, and is none that lies on one.
      if (shape.kind === 'area') return { ...shape, place: [within(shape.place[0] + right), ...shape.place.slice(1)] }
      return { ...shape, place: lying(shape.place) }
    },
  }
}

const within = (figure: number) => Math.min(COORDINATE_MAX, Math.max(-COORDINATE_MAX, figure))

function tidyRect(at: number): Rect {
  const { x, side } = tidySpot(at)
  const y = side === 'above' ? -STEM - NOTE_HEIGHT : STEM
  return { x: x - NOTE_WIDTH / 2, y, w: NOTE_WIDTH, h: NOTE_HEIGHT }
}

function middleOf({ points, moved: [dx, dy] }: Stroke): Point {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (let at = 0; at + 1 < points.length; at += 3) {
    const [x = 0, y = 0] = [points[at], points[at + 1]]
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return { x: (left + right) / 2 + dx, y: (top + bottom) / 2 + dy }
}
