import type { ChannelId } from '@momentous/shared/domain/contact-type'
import { useMemo, useState, type ReactNode } from 'react'
import { useDraftText } from '../model/use-drafts.ts'
import { useSession } from '../model/use-store.ts'
import { frameWords } from '../words/frame.ts'
import { Notices } from '../session/Notices.tsx'
import { Cards } from './Cards.tsx'
import { hasWall } from './has-wall.ts'
import { ObserverChip } from './ObserverChip.tsx'
import { PeopleSheet } from './PeopleSheet.tsx'
import { RenameDialog } from './RenameDialog.tsx'
import { SettingsDialog } from './SettingsDialog.tsx'
import { ShareDialog } from './ShareDialog.tsx'
import { TopBar, type FrameDialog } from './TopBar.tsx'
import { useBroughtNews } from './use-brought-news.ts'
import { DraftContext, type Draft } from './use-draft.ts'
import type { BoardLinks } from './use-links.ts'
import { usePeopleNews } from '../session/use-people-news.ts'
import { usePhaseNews } from '../session/use-phase-news.ts'
import './board-frame.css'

export interface BoardFrameProps {
  readonly links: BoardLinks
  /** The planning form, where it isn't shown already. */
  readonly onForm?: (() => void) | undefined
  readonly onHow: () => void
  readonly onLeave: () => void
  /** Over to the list, where it isn't shown already. */
  readonly onList?: (() => void) | undefined
  /** The screen of the phase: `LobbyPanel`, the wall with `WallPanels` on it, or `PhaseWorkspace`. */
  readonly children: ReactNode
}

/** What stands around every screen of a board from 700 px on: top bar, cards, bell, dialogs. */
export function BoardFrame({ links, onForm, onHow, onLeave, onList, children }: BoardFrameProps) {
  const [dialog, setDialog] = useState<FrameDialog | null>(null)
  const close = () => setDialog(null)
  const phase = useSession((session) => session.phase)
  usePhaseNews()
  usePeopleNews()
  useBroughtNews()
  return (
    <DraftContext value={useDraftHere()}>
      <div className="board-frame">
        <a className="skip-link" href="#question">
          {frameWords.toTheQuestion}
        </a>
        {onList !== undefined && (
          <button type="button" className="skip-link" onClick={onList}>
            {frameWords.toTheList}
          </button>
        )}
        {hasWall(phase) && (
          <a className="skip-link" href="#wall">
            {frameWords.toTheWall}
          </a>
        )}
        <TopBar onOpen={setDialog} onForm={onForm} onHow={onHow} onLeave={onLeave} />
        <div className="board-frame-body">{children}</div>
        {phase !== 'lobby' && !hasWall(phase) && (
          <div className="observer-chip-place">
            <ObserverChip floating />
          </div>
        )}
        <Notices />
        <Cards />
        {dialog === 'rename' && <RenameDialog onClose={close} />}
        {dialog === 'settings' && <SettingsDialog onClose={close} />}
        {dialog === 'share' && <ShareDialog links={links} onClose={close} />}
        {dialog === 'people' && <PeopleSheet onClose={close} />}
      </div>
    </DraftContext>
  )
}

function useDraftHere(): Draft {
  const [text, setText] = useDraftText('moment')
  const [channel, setChannel] = useState<ChannelId | null>(null)
  const [late, setLate] = useState(false)
  return useMemo(
    () => ({ text, setText, channel, setChannel, late: late && text !== '', setLate }),
    [text, setText, channel, late],
  )
}
