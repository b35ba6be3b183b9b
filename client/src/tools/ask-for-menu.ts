import type { Point } from '@momentous/shared/scene/geometry'
import type { Bench } from './bench.ts'
import { openNoteMenu, openPieceMenu } from './note-menu.ts'
import { listenForRest, spotIn } from './resting-finger.ts'
import type { Toolbox } from './toolbox.ts'

/** How far a hand may miss a line, in px. */
const REACH = 5

/** A note goes before what is drawn over it. */
function openMenuAt(spot: Point, bench: Bench): boolean {
  const { scene, camera, desk, wall } = bench
  const at = { ...spot, w: 0, h: 0 }
  const board = camera.toBoard(spot)
  const note = scene.noteAt(board)
  if (note) return openNoteMenu(note.id, 'verbs', bench, at)
  const piece = scene.pieceAt(board, REACH / camera.view().zoom)
  if (piece) return openPieceMenu(piece.id, bench, at)
  const stage = wall.actor().role === 'observer' ? undefined : scene.stageAt(board, REACH / camera.view().zoom)
  if (stage) desk.menu.set({ page: 'stage', at, stage: stage.id })
  else desk.menu.set({ page: 'wall', at })
  return true
}

/** A right click, the menu key or a finger that rests asks for the menu of a note, of another piece or of the bare wall. Returns the way to stop. */
export function listenForMenu(wall: HTMLElement, bench: Bench, toolbox: Toolbox): () => void {
  const open = (at: Point): boolean => {
    const { desk } = bench
    if (desk.editing.get() !== null || desk.writing.get() !== null || desk.naming.get() !== null) return false
    toolbox.send({ type: 'cancel' })
    return openMenuAt(spotIn(wall, at), bench)
  }
  const onMenu = (event: MouseEvent) => {
    // A finger that rests is listened to by itself, and means more than the menu.
    if (event instanceof PointerEvent && event.pointerType === 'touch') return event.preventDefault()
    const lead = bench.selection.lead()
    // The menu key has no pointer.
    const byKey = event instanceof PointerEvent && event.pointerId === -1 && event.button !== 2
    const opened =
      byKey && lead !== null ? openNoteMenu(lead, 'verbs', bench) : open({ x: event.clientX, y: event.clientY })
    if (opened) event.preventDefault()
  }
  wall.addEventListener('contextmenu', onMenu)
  const stop = listenForRest(wall, bench, toolbox, open)
  return () => {
    stop()
    wall.removeEventListener('contextmenu', onMenu)
  }
}
