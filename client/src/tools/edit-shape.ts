import type { ShapeId } from '@momentous/shared/domain/id'
import { grow } from '../model/geometry.ts'
import { isBlank } from '../model/shape-layout.ts'
import type { Bench } from './bench.ts'

const AROUND = 12

/** Opens the words of a free text, an area's title, a connector's label or what an image shows, if they may be changed now. */
export function editShape(id: ShapeId, { wall, scene, camera, desk, selection }: Bench): boolean {
  const shape = wall.shape(id)
  if (!shape || shape.removed || shape.locked) return false
  const untouched = { root: 'shapes', id, key: 'words', index: 0, remove: 0, insert: '' } as const
  if (!wall.check('edit-text', untouched).allowed) return false
  const piece = scene.piece(id)
  // What is said of an image stands under it, maybe out of sight.
  if (piece?.kind === 'image') camera.reveal(grow(piece.box, AROUND))
  selection.set([id])
  desk.writing.set(id)
  return true
}

/** Closes the words. A free text in which nothing was written is nothing. */
export function endWriting({ wall, desk, selection }: Bench): void {
  const id = desk.writing.get()
  if (id === null) return
  desk.writing.set(null)
  const shape = wall.shape(id)
  if (shape?.kind !== 'text' || shape.removed || !isBlank(shape.words)) return
  selection.clear()
  wall.act('remove-shapes', { ids: [id], removed: true })
}
