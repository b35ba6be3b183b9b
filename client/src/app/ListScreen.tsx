import { useEffect } from 'react'
import { usePrefetch } from '../controls/use-prefetch.ts'
import { ListMode } from '../list/ListMode.tsx'
import { sendWaiting } from '../model/pictures-of-board.ts'
import { useStore } from '../model/use-store.ts'
import { useListPartsAhead } from '../list/phase-parts.ts'
import type { BoardLinks } from '../panels/use-links.ts'
import { useBoardDialog } from '../session/board-dialog.ts'
import { DialogPlace } from './DialogPlace.tsx'

export interface ListScreenProps {
  readonly links: BoardLinks
  readonly token: string
  readonly onHow: () => void
  readonly onLeave: () => void
  readonly onWall: () => void
}

/** The board as a list, with the dialogs that belong to the board as a whole. */
export function ListScreen({ links, token, onHow, onLeave, onWall }: ListScreenProps) {
  const dialog = useBoardDialog()
  usePrefetch(useListPartsAhead())
  const store = useStore()
  // A picture that was brought on the wall, and waits.
  useEffect(() => sendWaiting(store, token).close, [store, token])
  return (
    <>
      <ListMode token={token} onOpen={dialog.set} onHow={onHow} onLeave={onLeave} onWall={onWall} />
      <DialogPlace links={links} token={token} mode="list" />
    </>
  )
}
