import { lazy, Suspense, useMemo } from 'react'
import { cell } from '../model/cell.ts'
import { useSession } from '../model/use-store.ts'
import { BoardFrame } from '../panels/BoardFrame.tsx'
import { LobbyPanel } from '../panels/LobbyPanel.tsx'
import { hasWorkspace } from '../panels/has-workspace.ts'
import type { BoardLinks } from '../panels/use-links.ts'
import { joinWords } from '../words/join.ts'
import type { WallSeat } from './WallScreen.tsx'

const WallScreen = lazy(async () => ({ default: (await import('./WallScreen.tsx')).WallScreen }))
const PhaseWorkspace = lazy(async () => ({ default: (await import('../panels/PhaseWorkspace.tsx')).PhaseWorkspace }))

export interface DeskScreenProps {
  readonly links: BoardLinks
  readonly token: string
  readonly onHow: () => void
  readonly onLeave: () => void
  readonly onList: () => void
}

/** The board on a screen with room: the lobby, the wall, or the priorities one by one. */
export function DeskScreen({ links, token, onHow, onLeave, onList }: DeskScreenProps) {
  const phase = useSession((session) => session.phase)
  const seat = useMemo(() => cell<WallSeat | null>(null), [])
  return (
    <BoardFrame links={links} onHow={onHow} onLeave={onLeave}>
      <Suspense fallback={<p className="unseen">{joinWords.opening}</p>}>
        {phase === 'lobby' ? (
          <LobbyPanel links={links} />
        ) : hasWorkspace(phase) ? (
          <PhaseWorkspace token={token} />
        ) : (
          <WallScreen seat={seat} onList={onList} />
        )}
      </Suspense>
    </BoardFrame>
  )
}
