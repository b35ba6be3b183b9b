import type { ShapeId } from '@momentous/shared/domain/id'
import { grow } from '@momentous/shared/scene/geometry'
import { isBlank } from '@momentous/shared/scene/shape-layout'
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

/** What was made just now wants its words at once. */
export function writeFirst(id: ShapeId, { desk, selection }: Bench): void {
  selection.set([id])
  desk.fresh.set(id)
  desk.writing.set(id)
}

/**
 * Closes the words. A free text in which nothing is written is nothing: a new one was never there, an older one that was
 * emptied goes to the bin, and comes back from there with its words.
 */
export function endWriting({ wall, desk, selection }: Bench): void {
  const id = desk.writing.get()
  if (id === null) return
  const isNew = desk.fresh.get() === id
  desk.writing.set(null)
  desk.fresh.set(null)
  const shape = wall.shape(id)
  if (shape?.kind !== 'text' || shape.removed || !isBlank(shape.words)) return
  const args = { ids: [id], removed: true }
  if (!wall.check('remove-shapes', args).allowed) return
  const remove = () => void wall.act('remove-shapes', args)
  selection.clear()
  if (isNew) wall.withoutTrace(remove)
  else wall.withTyping({ root: 'shapes', id, key: 'words' }, remove)
}
