import type { MomentId } from '@momentous/shared/domain/id'
import { centre, distance } from '@momentous/shared/scene/geometry'
import type { Bench } from './bench.ts'

/** Which moment a note behind the scenes most likely serves: the one that it has, else the one that it lay next to. */
export function servedBy(id: MomentId, { scene, wall }: Pick<Bench, 'scene' | 'wall'>): MomentId | null {
  const note = scene.note(id)
  const known = wall.moment(id)?.serves ?? null
  if (known !== null || !note) return known
  const line = scene.order().slice(0, scene.onTimeline())
  const others = line.filter((each) => each !== id)
  if (note.moment.place === null && note.number !== null) return others[note.number - 2] ?? others[0] ?? null
  const middle = centre(note.rect)
  const away = (each: MomentId) => distance(centre(scene.note(each)?.rect ?? note.rect), middle)
  return others.toSorted((a, b) => away(a) - away(b))[0] ?? null
}
