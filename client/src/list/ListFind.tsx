import type { MomentId } from '@momentous/shared/domain/id'
import { useCallback, useEffect } from 'react'
import { lazyPart } from '../controls/lazy-part.ts'
import { PartPlace } from '../controls/PartPlace.tsx'
import type { Hit } from '../model/finder.ts'
import { useCell } from '../model/use-cell.ts'
import { useSession } from '../model/use-store.ts'
import { markRows, unmarkRows } from './mark-rows.ts'
import { useBoardDialog } from '../session/board-dialog.ts'
import { hasWall } from '../session/has-wall.ts'

const FindPanel = lazyPart(async () => (await import('../session/FindPanel.tsx')).FindPanel)

export interface ListFindProps {
  /** Goes to a moment's row, or opens its page. */
  readonly onLook: (moment: MomentId) => void
}

/** Finding in the list: below the header, so that no row lies under it. */
export function ListFind({ onLook }: ListFindProps) {
  const dialog = useBoardDialog()
  const phase = useSession((session) => session.phase)
  const posting = phase === 'post'
  // Only Post has rows of stages, and of what is behind the scenes.
  const shows = useCallback(({ kind, number }: Hit) => posting || kind === 'shape' || number !== null, [posting])
  const open = useCell(dialog) === 'find' && hasWall(phase)
  useEffect(() => (open ? unmarkRows : undefined), [open])
  if (!open) return null
  const show = ({ kind, shown }: Hit) => {
    if (kind === 'moment') onLook(shown)
    // After the list has drawn what was asked for.
    setTimeout(() => markRows(`[data-${kind}="${shown}"]`), 50)
  }
  return (
    <div className="list-find">
      <PartPlace onDrop={() => dialog.set(null)}>
        <FindPanel onShow={show} onLeave={toTheList} shows={shows} />
      </PartPlace>
    </div>
  )
}

function toTheList(): void {
  document.querySelector<HTMLElement>('.list-main')?.focus({ preventScroll: true })
}
