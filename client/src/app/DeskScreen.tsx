import { lazy, Suspense, useMemo, useState } from 'react'
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
const FormDialog = lazy(async () => ({ default: (await import('../panels/FormDialog.tsx')).FormDialog }))

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
  const [form, setForm] = useState(false)
  const openForm = phase === 'plan' ? undefined : () => setForm(true)
  return (
    <BoardFrame links={links} onForm={openForm} onHow={onHow} onLeave={onLeave} onList={onList}>
      <Suspense fallback={<p className="unseen">{joinWords.opening}</p>}>
        {phase === 'lobby' ? (
          <LobbyPanel links={links} />
        ) : hasWorkspace(phase) ? (
          <PhaseWorkspace token={token} />
        ) : (
          <WallScreen seat={seat} onList={onList} />
        )}
        {form && <FormDialog token={token} onClose={() => setForm(false)} />}
      </Suspense>
    </BoardFrame>
  )
}
