import { lazyPart } from '../controls/lazy-part.ts'
import { PartPlace } from '../controls/PartPlace.tsx'
import { usePrefetch } from '../controls/use-prefetch.ts'
import { useCell } from '../model/use-cell.ts'
import { useBoardDialog } from '../session/board-dialog.ts'
import type { BoardDialogsProps } from './BoardDialogs.tsx'

const BoardDialogs = lazyPart(async () => (await import('./BoardDialogs.tsx')).BoardDialogs)
const soon = [BoardDialogs]

/** Where dialogs open over the board. */
export function DialogPlace(props: BoardDialogsProps) {
  const dialog = useBoardDialog()
  const open = useCell(dialog) !== null
  usePrefetch(soon)
  if (!open) return null
  return (
    <PartPlace onDrop={() => dialog.set(null)}>
      <BoardDialogs {...props} />
    </PartPlace>
  )
}
