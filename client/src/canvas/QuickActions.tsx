import type { MomentId } from '@momentous/shared/domain/id'
import { Ellipsis, Palette, Pencil } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { IconButton } from '../controls/IconButton.tsx'
import type { SceneNote } from '@momentous/shared/scene/note-layout'
import { useCell } from '../model/use-cell.ts'
import type { Bench, NotePage } from '../tools/bench.ts'
import { editNote } from '../tools/edit-note.ts'
import { openNoteMenu } from '../tools/note-menu.ts'
import { noteVerbs, refusalOf } from '../tools/note-verbs.ts'
import type { Toolbox } from '../tools/toolbox.ts'
import { noteMenuWords } from '../words/canvas.ts'
import { useQuickNote } from './use-quick-note.ts'
import { useScene } from './use-scene.ts'
import './quick-actions.css'

export interface QuickActionsProps {
  readonly bench: Bench
  readonly toolbox: Toolbox
}

/** Below this zoom the three buttons are wider than the note. */
const SMALLEST_ZOOM = 0.6
const ABOVE_NOTE = 8
/** The handles of a selected note need their own room. */
const ABOVE_RING = 18

/** Edit, contact type and paper, and everything else, beside the note under the pointer or the only selected one. */
export function QuickActions({ bench, toolbox }: QuickActionsProps) {
  const { id, stay, leave } = useQuickNote(bench)
  const held = useCell(toolbox.inHand)
  const editing = useCell(bench.desk.editing)
  const open = useCell(bench.desk.menu)
  const gesture = useGesture(bench)
  const small = useSyncExternalStore(bench.camera.subscribe, () => bench.camera.view().zoom < SMALLEST_ZOOM)
  const busy = gesture || editing !== null || open !== null || held !== 'select' || small
  if (id === null || busy) return null
  return (
    <div className="quick-actions-reach" onPointerEnter={stay} onPointerLeave={leave}>
      <QuickRow key={id} id={id} bench={bench} />
    </div>
  )
}

/** Is something dragged, drawn out or drawn? */
function useGesture({ live }: Bench): boolean {
  const drag = useSyncExternalStore(live.drag.subscribe, () => live.drag.get().size > 0)
  const marquee = useSyncExternalStore(live.marquee.subscribe, () => live.marquee.get() !== null)
  return drag || marquee
}

function QuickRow({ id, bench }: { readonly id: MomentId; readonly bench: Bench }) {
  useScene(bench, () => [id])
  useSyncExternalStore(bench.camera.subscribe, bench.camera.view)
  const note = bench.scene.note(id)
  if (!note) return null
  const menu = (page: NotePage) => openNoteMenu(id, page, bench)
  const verbs = noteVerbs(bench, [note.moment])
  return (
    <div className="quick-actions" role="toolbar" aria-label={noteMenuWords.menu} style={besideNote(note, bench)}>
      <IconButton
        label={noteMenuWords.edit}
        icon={<Pencil />}
        tabIndex={-1}
        refusal={refusalOf('edit', verbs)}
        onClick={() => editNote(id, bench)}
      />
      <IconButton
        label={noteMenuWords.look}
        icon={<Palette />}
        tabIndex={-1}
        aria-haspopup="menu"
        refusal={refusalOf('look', verbs)}
        onClick={() => menu('look')}
      />
      <IconButton
        label={noteMenuWords.more}
        icon={<Ellipsis />}
        tabIndex={-1}
        aria-haspopup="menu"
        onClick={() => menu('verbs')}
      />
    </div>
  )
}

/** The row's height with its padding, and how near to the line the numbers reach, in px. */
const ROW = 50
const NUMBER = 16
/** So much nearer to the panels than what is fitted beside them it may stand. */
const NEAR = 12

/**
 * Flush with the note's right edge; below a note under the line, where it would cover that note's number, and below one that
 * has no room above it, where it would cover its words. Never under a panel.
 */
function besideNote({ id, rect, number }: SceneNote, { camera, selection }: Bench) {
  const corner = camera.toScreen({ x: rect.x + rect.w, y: rect.y })
  const gap = selection.has(id) ? ABOVE_RING : ABOVE_NOTE
  const line = camera.toScreen({ x: 0, y: 0 }).y
  const end = camera.toScreen({ x: rect.x, y: rect.y + rect.h }).y
  const free = camera.free()
  const top = corner.y - gap
  const covers = number !== null && top > line - NUMBER && top - ROW < line + NUMBER
  const x = Math.round(corner.x)
  const above = top - ROW >= free.y - NEAR
  const below = end >= free.y && end + gap + ROW <= free.y + free.h + NEAR
  if (!covers && (above || !below)) {
    // Of a note that is out of sight itself nothing has to be seen.
    const y = Math.min(Math.max(top, free.y - NEAR + ROW), Math.max(top, end))
    return { transform: `translate(${x}px, ${Math.round(y)}px) translate(-100%, -100%)` }
  }
  const bottom = end + gap
  const y = Math.max(Math.min(bottom, free.y + free.h + NEAR - ROW), Math.min(bottom, corner.y))
  return { transform: `translate(${x}px, ${Math.round(y)}px) translateX(-100%)` }
}
