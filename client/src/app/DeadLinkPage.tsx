import { CloudOff, DoorClosed, Link2Off, RotateCw, SearchX, UserX, type LucideIcon } from 'lucide-react'
import type { BoardId } from '@momentous/shared/domain/id'
import { useEffect } from 'react'
import { Button } from '../controls/Button.tsx'
import type { TurnedAway } from '../model/http.ts'
import type { Identity } from '../model/identity.ts'
import { deadLinkWords, joinWords } from '../words/join.ts'
import { DoorFrame } from './DoorFrame.tsx'
import { LeftWords } from './LeftWords.tsx'
import { go } from './route.ts'
import './dead-link-page.css'

export type DeadReason = TurnedAway | 'no-token'

const icons: Readonly<Record<DeadReason, LucideIcon>> = {
  renewed: Link2Off,
  unseated: UserX,
  wrong: Link2Off,
  'no-token': Link2Off,
  gone: SearchX,
  closed: DoorClosed,
  away: CloudOff,
}

/** Trying again helps only where the link itself is fine. */
const worthARetry: readonly DeadReason[] = ['away', 'closed']

export interface DeadLinkPageProps {
  readonly board: BoardId
  readonly identity: Identity
  /** What was not saved when the board was closed to this page. */
  readonly words?: readonly string[]
  readonly why: DeadReason
  /** Whom to ask for another link. */
  readonly facilitator?: string | null
  readonly onRetry?: () => void
}

/** What happened, what it means, what to do. */
export function DeadLinkPage(props: DeadLinkPageProps) {
  const { board, identity, words: unsaved = [], why, facilitator = null, onRetry } = props
  const { title, words } = deadLinkWords[why]
  const Icon = icons[why]
  const retry = onRetry && worthARetry.includes(why) ? onRetry : null
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <DoorFrame
      foot={
        <>
          {retry && (
            <Button look="primary" size="large" icon={<RotateCw />} onClick={retry} wide>
              {joinWords.retry}
            </Button>
          )}
          <Button look={retry ? 'tertiary' : 'secondary'} size="large" onClick={() => go('/')} wide>
            {joinWords.home}
          </Button>
        </>
      }
    >
      <div className="dead-link">
        <Icon className="dead-link-icon" />
        <h1 className="t-h2">{title}</h1>
        <p className="t-lead t-second">{words(facilitator)}</p>
        <LeftWords board={board} identity={identity} words={unsaved} />
      </div>
    </DoorFrame>
  )
}
