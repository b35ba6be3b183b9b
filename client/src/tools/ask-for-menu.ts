import { distance, type Point } from '../model/geometry.ts'
import type { Bench } from './bench.ts'
import { openNoteMenu, openPieceMenu } from './note-menu.ts'
import type { Toolbox } from './toolbox.ts'

const LONG_MS = 500
/** A finger that rests is never quite still. */
const STILL_PX = 8
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
  const leaving = new AbortController()
  const { signal } = leaving
  let timer: ReturnType<typeof setTimeout> | undefined
  let start: Point | null = null

  const open = (at: Point): boolean => {
    const box = wall.getBoundingClientRect()
    const spot = { x: at.x - box.left, y: at.y - box.top }
    if (bench.desk.editing.get() !== null || bench.desk.writing.get() !== null) return false
    toolbox.send({ type: 'cancel' })
    return openMenuAt(spot, bench)
  }
  const rest = () => {
    clearTimeout(timer)
    start = null
  }
  const onDown = ({ pointerType, clientX, clientY, isPrimary }: PointerEvent) => {
    rest()
    if (pointerType !== 'touch' || !isPrimary || toolbox.inHand.get() !== 'select') return
    const at = { x: clientX, y: clientY }
    start = at
    timer = setTimeout(() => open(at), LONG_MS)
  }
  const onMove = ({ clientX, clientY }: PointerEvent) => {
    if (start && distance(start, { x: clientX, y: clientY }) > STILL_PX) rest()
  }
  const onMenu = (event: MouseEvent) => {
    const lead = bench.selection.lead()
    // The menu key has no pointer.
    const byKey = event instanceof PointerEvent && event.pointerId === -1 && event.button !== 2
    const opened =
      byKey && lead !== null ? openNoteMenu(lead, 'verbs', bench) : open({ x: event.clientX, y: event.clientY })
    if (opened) event.preventDefault()
  }
  wall.addEventListener('pointerdown', onDown, { signal })
  wall.addEventListener('pointermove', onMove, { signal })
  wall.addEventListener('pointerup', rest, { signal })
  wall.addEventListener('pointercancel', rest, { signal })
  wall.addEventListener('contextmenu', onMenu, { signal })
  return () => {
    rest()
    leaving.abort()
  }
}
