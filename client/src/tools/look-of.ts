import type { ArgsOf } from '@momentous/shared/commands/commands'
import type { MomentId } from '@momentous/shared/domain/id'
import { centre, distance, grow, overlap } from '@momentous/shared/scene/geometry'
import type { Bench } from './bench.ts'

const AIR = 40

/** What lies before this person now, for everybody to look at; those who read the list go to a moment. */
export function lookOf({
  camera,
  selection,
  scene,
}: Pick<Bench, 'camera' | 'selection' | 'scene'>): ArgsOf<'bring-everyone'> {
  const seen = camera.seen()
  const all = scene.bounds()
  // Bare wall around everything would only make it smaller where there is less room for it.
  const { x, y, w, h } = (all && overlap(seen, grow(all, AIR))) ?? seen
  return { view: [x, y, w, h], moment: selection.lead() ?? middleNote({ camera, scene }) }
}

/** The note in the middle of what is seen. */
function middleNote({ camera, scene }: Pick<Bench, 'camera' | 'scene'>): MomentId | null {
  const seen = camera.seen()
  const far = (rect: Parameters<typeof centre>[0]) => distance(centre(rect), centre(seen))
  const [nearest] = scene.notesIn(seen).toSorted((a, b) => far(a.rect) - far(b.rect))
  return nearest?.id ?? null
}
