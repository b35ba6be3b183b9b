import type { Moment } from '@momentous/shared/domain/moment'
import type { Bench } from './bench.ts'

/** The selected notes, in their order. */
export function chosenMoments({
  scene,
  selection,
  wall,
}: Pick<Bench, 'scene' | 'selection' | 'wall'>): readonly Moment[] {
  return scene
    .order()
    .filter((id) => selection.has(id))
    .flatMap((id) => wall.moment(id) ?? [])
}
