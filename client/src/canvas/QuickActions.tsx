import type { MomentId } from '@momentous/shared/domain/id'
import { Ellipsis, Palette, Pencil } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { IconButton } from '../controls/IconButton.tsx'
import { useCell } from '../model/use-cell.ts'
import type { Bench, NotePage } from '../tools/bench.ts'
import { editNote } from '../tools/edit-note.ts'
import { openNoteMenu } from '../tools/note-menu.ts'
import { noteVerbs, refusalOf } from '../tools/note-verbs.ts'
import type { Toolbox } from '../tools/toolbox.ts'
import { noteMenuWords } from '../words/canvas.ts'
import { besideNote } from './beside-note.ts'
import { useQuickNote } from './use-quick-note.ts'
import { useScene } from './use-scene.ts'
import './quick-actions.css'

export interface QuickActionsProps {
  readonly bench: Bench
  readonly toolbox: Toolbox
}

/** Below this zoom the three buttons are wider than the note. */
const SMALLEST_ZOOM = 0.6

/** Edit, contact type and paper, and everything else, beside the note under the pointer or the only selected one. */
export function QuickActions({ bench, toolbox }: QuickActionsProps) {
  const { id, stay, leave } = useQuickNote(bench)
  const held = useCell(toolbox.inHand)
  const editing = useCell(bench.desk.editing)
  const open = useCell(bench.desk.menu)
  const gesture = useGesture(bench)
  const small = useSyncExternalStore(bench.camera.subscribe, () => bench.camera.view().zoom < SMALLEST_ZOOM)
  // What can be done with several has a row of its own.
  const among = useSyncExternalStore(bench.selection.subscribe, () => isAmongSeveral(id, bench))
  const busy = among || gesture || editing !== null || open !== null || held !== 'select' || small
  if (id === null || busy) return null
  return (
    <div className="quick-actions-reach" onPointerEnter={stay} onPointerLeave={leave}>
      <QuickRow key={id} id={id} bench={bench} />
    </div>
  )
}

const isAmongSeveral = (id: MomentId | null, { selection }: Bench) =>
  id !== null && selection.pieces().size > 1 && selection.has(id)

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
