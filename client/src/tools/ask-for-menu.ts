import { distance, type Point } from '../model/geometry.ts'
import type { Bench } from './bench.ts'
import { openNoteMenu } from './note-menu.ts'
import type { Toolbox } from './toolbox.ts'

const LONG_MS = 500
/** A finger that rests is never quite still. */
const STILL_PX = 8

/** A right click, the menu key or a finger that rests on a note asks for its menu. Returns the way to stop. */
export function listenForMenu(wall: HTMLElement, bench: Bench, toolbox: Toolbox): () => void {
  const leaving = new AbortController()
  const { signal } = leaving
  let timer: ReturnType<typeof setTimeout> | undefined
  let start: Point | null = null

  const open = (at: Point): boolean => {
    const box = wall.getBoundingClientRect()
    const spot = { x: at.x - box.left, y: at.y - box.top }
    const note = bench.scene.noteAt(bench.camera.toBoard(spot))
    if (!note || bench.desk.editing.get() !== null) return false
    toolbox.send({ type: 'cancel' })
    return openNoteMenu(note.id, 'verbs', bench, { ...spot, w: 0, h: 0 })
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
