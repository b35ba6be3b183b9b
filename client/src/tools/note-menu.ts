import type { MomentId } from '@momentous/shared/domain/id'
import type { PieceId } from '@momentous/shared/domain/piece'
import type { Rect } from '@momentous/shared/scene/geometry'
import { withGroups } from '../model/groups.ts'
import type { Bench, NotePage } from './bench.ts'

/** Opens what can be done with a shape or a line, and with all that are selected with it. */
export function openPieceMenu(id: PieceId, { selection, desk, wall, scene }: Bench, spot: Rect): boolean {
  if (wall.actor().role === 'observer') return false
  if (!selection.has(id)) selection.set(withGroups([id], { wall, scene }))
  desk.menu.set({ page: 'arrange', at: spot })
  return true
}

/** Opens the menu of the note, and of all that are selected with it; beside the note when no spot is given. */
export function openNoteMenu(id: MomentId, page: NotePage, bench: Bench, spot?: Rect): boolean {
  const { scene, camera, selection, desk, wall } = bench
  const note = scene.note(id)
  if (!note || wall.actor().role === 'observer') return false
  if (!selection.has(id)) selection.set([id])
  const { zoom } = camera.view()
  const onScreen = { ...camera.toScreen(note.rect), w: note.rect.w * zoom, h: note.rect.h * zoom }
  desk.menu.set({ page, at: spot ?? onScreen })
  return true
}
