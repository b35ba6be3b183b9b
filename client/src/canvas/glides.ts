import type { MomentId } from '@momentous/shared/domain/id'
import type { FrameClock } from '../model/flight.ts'
import type { Point, Rect } from '@momentous/shared/scene/geometry'

const TIDY_MS = 260
const HAND_MS = 120
/** When more notes than this have set off within so many milliseconds, others jump: nobody can follow them all. */
const MANY = 16
const LATELY_MS = 400
/** What sets off at once, as when the line is tidied, is one sight. */
const AT_ONCE = 60
/** A shorter way than this on the screen is none. */
const SMALLEST_PX = 1.5

interface Glide {
  readonly dx: number
  readonly dy: number
  readonly start: number
  readonly ms: number
}

/** Lets notes travel to a new place instead of jumping there: tidied ones, moved ones, and those whose drop was refused. */
export interface Glides {
  /** Sets off from where the note is shown to where it belongs. `zoom` says how far that is for the eye. */
  depart(id: MomentId, from: Rect, to: Rect, by: { readonly hand: boolean; readonly zoom: number }): void
  /** How far the note is from where it belongs; null when it is there. */
  offset(id: MomentId): Point | null
  ids(): Iterable<MomentId>
  running(): boolean
}

const ease = (t: number) => 1 - (1 - t) ** 3

export function createGlides(clock: FrameClock): Glides {
  const glides = new Map<MomentId, Glide>()
  let departures: readonly number[] = []

  /** Do too many travel already? Every departure is counted, also that of a note which then jumps. */
  const crowded = (): boolean => {
    const now = clock.now()
    if (departures.length > AT_ONCE) departures = departures.slice(-AT_ONCE)
    departures = [...departures.filter((at) => now - at < LATELY_MS), now]
    return glides.size >= AT_ONCE || departures.filter((at) => at < now).length > MANY
  }

  const offset = (id: MomentId): Point | null => {
    const glide = glides.get(id)
    if (!glide) return null
    const t = (clock.now() - glide.start) / glide.ms
    if (t >= 1) {
      glides.delete(id)
      return null
    }
    const left = 1 - ease(Math.max(0, t))
    return { x: glide.dx * left, y: glide.dy * left }
  }

  return {
    offset,
    depart(id, from, to, { hand, zoom }) {
      const dx = from.x - to.x
      const dy = from.y - to.y
      const near = Math.hypot(dx, dy) * zoom < SMALLEST_PX
      // A note that grows while it is typed into must not swim.
      const swims = from.h !== to.h
      if (near || swims || crowded() || clock.still()) glides.delete(id)
      else glides.set(id, { dx, dy, start: clock.now(), ms: hand ? HAND_MS : TIDY_MS })
    },
    ids: () => glides.keys(),
    running() {
      for (const id of glides.keys()) offset(id)
      return glides.size > 0
    },
  }
}
