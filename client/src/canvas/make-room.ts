import type { SceneNote } from '../model/note-scene.ts'
import type { Bench } from '../tools/bench.ts'

/** How far the nearest tidy notes on each side of the gap step aside, then the next ones. */
const STEPS = [44, 32, 12] as const

/** Where notes lie while one is dragged along the line: a gap opens where it would land. */
export function makeRoom({ live, scene }: Pick<Bench, 'live' | 'scene'>): (note: SceneNote) => SceneNote {
  const landing = live.landing.get()
  const held = [...live.drag.get().keys()].map((id) => scene.note(id)?.number ?? 0)
  // Over its own place there is room already.
  if (landing === null || held.includes(landing)) return (note) => note
  return (note) => {
    const { number, moment, rect } = note
    if (number === null || moment.place !== null) return note
    const rank = number - held.filter((each) => each < number).length
    const right = rank >= landing
    const step = STEPS[right ? rank - landing : landing - 1 - rank] ?? 0
    return step === 0 ? note : { ...note, rect: { ...rect, x: rect.x + (right ? step : -step) } }
  }
}
