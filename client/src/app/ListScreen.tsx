import { useState } from 'react'
import { ListMode } from '../list/ListMode.tsx'
import { PeopleSheet } from '../panels/PeopleSheet.tsx'
import { RenameDialog } from '../panels/RenameDialog.tsx'
import { SettingsDialog } from '../panels/SettingsDialog.tsx'
import { ShareDialog } from '../panels/ShareDialog.tsx'
import type { FrameDialog } from '../panels/TopBar.tsx'
import type { BoardLinks } from '../panels/use-links.ts'

export interface ListScreenProps {
  readonly links: BoardLinks
  readonly token: string
  readonly onHow: () => void
  readonly onLeave: () => void
  readonly onWall: () => void
}

/** The board as a list, with the dialogs that belong to the board as a whole. */
export function ListScreen({ links, token, onHow, onLeave, onWall }: ListScreenProps) {
  const [dialog, setDialog] = useState<FrameDialog | null>(null)
  const close = () => setDialog(null)
  return (
    <>
      <ListMode token={token} onOpen={setDialog} onHow={onHow} onLeave={onLeave} onWall={onWall} />
      {dialog === 'rename' && <RenameDialog onClose={close} />}
      {dialog === 'settings' && <SettingsDialog onClose={close} />}
      {dialog === 'share' && <ShareDialog links={links} onClose={close} />}
      {dialog === 'people' && <PeopleSheet onClose={close} />}
    </>
  )
}
