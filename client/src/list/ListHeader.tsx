import { Bell } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../controls/IconButton.tsx'
import { Mark } from '../controls/Mark.tsx'
import { useActor, useRuling, useSession } from '../model/use-store.ts'
import { BoardTimer } from '../session/BoardTimer.tsx'
import { SavedStatus } from '../session/SavedStatus.tsx'
import { useAsk } from '../session/use-ask.ts'
import { boardMenuWords } from '../words/board-menu.ts'
import { phaseTasks } from '../words/frame.ts'
import { ideasWords } from '../words/ideas.ts'
import './list-header.css'

export interface ListHeaderProps {
  /** Which priority of how many is shown: "2 of 4". */
  readonly at: string | null
  readonly menu: ReactNode
}

/** What the session does at the moment, on which board, and how long still. */
export function ListHeader({ at, menu }: ListHeaderProps) {
  const phase = useSession((session) => session.phase)
  const title = useSession((session) => session.title)
  return (
    <header className="list-header">
      <Mark size={28} />
      <div className="list-header-words">
        <h1 className="list-header-task">{phaseTasks[phase]}</h1>
        <div className="list-header-line">
          <span className="list-header-board">{title === '' ? boardMenuWords.unnamed : title}</span>
          <SavedStatus />
        </div>
      </div>
      <div className="list-header-end">
        {at !== null && <span className="list-header-at t-figures">{at}</span>}
        <BoardTimer />
        {phase === 'ideas' && <BellButton />}
        {menu}
      </div>
    </header>
  )
}

/** Anybody may ring it; nobody learns who did. */
function BellButton() {
  const ask = useAsk()
  const { role } = useActor()
  const ruling = useRuling('ring-bell', {})
  if (role === 'observer') return null
  return (
    <IconButton
      label={ideasWords.ringBell}
      icon={<Bell />}
      look="edge"
      tipSide="below"
      refusal={ruling.allowed ? null : ruling.reason}
      onClick={() => void ask('ring-bell', {})}
    />
  )
}
