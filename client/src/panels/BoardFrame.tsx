import type { ChannelId } from '@momentous/shared/domain/contact-type'
import { useMemo, useState, type ReactNode } from 'react'
import { lazyPart } from '../controls/lazy-part.ts'
import { PartPlace } from '../controls/PartPlace.tsx'
import { useSettled } from '../controls/use-settled.ts'
import { useDraftText } from '../model/use-drafts.ts'
import { useSession } from '../model/use-store.ts'
import { frameWords } from '../words/frame.ts'
import { Cards } from './Cards.tsx'
import { hasWall } from '../session/has-wall.ts'
import { ObserverChip } from './ObserverChip.tsx'
import { TopBar, type FrameDialog } from './TopBar.tsx'
import { useBroughtNews } from './use-brought-news.ts'
import { DraftContext, type Draft } from './use-draft.ts'
import { usePeopleNews } from '../session/use-people-news.ts'
import { usePhaseNews } from '../session/use-phase-news.ts'
import './board-frame.css'

const Notices = lazyPart(async () => (await import('../session/Notices.tsx')).Notices)

export interface BoardFrameProps {
  /** Opens a dialog over the board. */
  readonly onOpen: (dialog: FrameDialog) => void
  /** The planning form, where it isn't shown already. */
  readonly onForm?: (() => void) | undefined
  readonly onHow: () => void
  readonly onLeave: () => void
  /** Over to the list, where it isn't shown already. */
  readonly onList?: (() => void) | undefined
  /** The screen of the phase: `LobbyPanel`, the wall with `WallPanels` on it, or `PhaseWorkspace`. */
  readonly children: ReactNode
}

/** What stands around every screen of a board from 700 px on: top bar, cards, bell. */
export function BoardFrame({ onOpen, onForm, onHow, onLeave, onList, children }: BoardFrameProps) {
  const phase = useSession((session) => session.phase)
  const settled = useSettled()
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
        <TopBar onOpen={onOpen} onForm={onForm} onHow={onHow} onLeave={onLeave} />
        <div className="board-frame-body">{children}</div>
        {phase !== 'lobby' && !hasWall(phase) && (
          <div className="observer-chip-place">
            <ObserverChip floating />
          </div>
        )}
        {settled && (
          <PartPlace silent>
            <Notices />
          </PartPlace>
        )}
        <Cards />
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
