import type { MomentId } from '@momentous/shared/domain/id'
import type { Rect } from '@momentous/shared/scene/geometry'
import type { Bench } from '../tools/bench.ts'

/** How far the nearest tidy notes on each side of the gap step aside, then the next ones. */
const STEPS = [44, 32, 12] as const
const nobody: ReadonlyMap<MomentId, Rect> = new Map()

/** Notes that step aside while one is dragged along the line, and where to: a gap opens where it would land. */
export function steppedAside({ live, scene }: Pick<Bench, 'live' | 'scene'>): ReadonlyMap<MomentId, Rect> {
  const landing = live.landing.get()
  if (landing === null) return nobody
  // What is copied stays, and makes room for none but its copy.
  const stays = live.copying.get() ? live.drag.get() : nobody
  const held = [...live.drag.get().keys()]
    .filter((id) => !stays.has(id as MomentId))
    .map((id) => scene.note(id)?.number ?? 0)
    .toSorted((a, b) => a - b)
  // Over its own place there is room already.
  if (held.includes(landing)) return nobody
  const aside = new Map<MomentId, Rect>()
  const step = (rank: number, by: number) => {
    const id = rank < 1 ? undefined : scene.order()[numberAt(rank, held) - 1]
    const note = id && scene.note(id)
    if (note?.number && note.moment.place === null && !stays.has(note.id))
      aside.set(note.id, { ...note.rect, x: note.rect.x + by })
  }
  STEPS.forEach((by, at) => {
    step(landing + at, by)
    step(landing - 1 - at, -by)
  })
  return aside
}

/** The number of the note that would have this one if those in the hand were not on the line. */
function numberAt(rank: number, held: readonly number[]): number {
  return held.reduce((number, each) => (each > 0 && each <= number ? number + 1 : number), rank)
}
