import type { MomentId } from '@momentous/shared/domain/id'
import { around } from '@momentous/shared/scene/geometry'
import type { Bench } from './bench.ts'

/** Shows a note that has just come to its place, together with what is in sight: the start goes only when it must. */
export function showAdded(id: MomentId, { scene, camera }: Bench): void {
  const note = scene.note(id)
  if (!note) return
  const others = scene.notesIn(camera.visible()).filter((each) => each.id !== id)
  camera.reveal(note.rect, around(others.map(({ rect }) => rect)))
}
