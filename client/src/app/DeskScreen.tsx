import type { Phase } from '@momentous/shared/domain/phase'
import { phaseAfter } from '@momentous/shared/domain/phase'
import { useMemo } from 'react'
import { lazyPart } from '../controls/lazy-part.ts'
import { PartPlace } from '../controls/PartPlace.tsx'
import { usePrefetch } from '../controls/use-prefetch.ts'
import { cell } from '../model/cell.ts'
import { useSession } from '../model/use-store.ts'
import { BoardFrame } from '../panels/BoardFrame.tsx'
import { hasWorkspace } from '../panels/has-workspace.ts'
import { phaseParts } from '../panels/phase-parts.ts'
import { wallParts } from '../panels/wall-parts.ts'
import type { BoardLinks } from '../panels/use-links.ts'
import { useBoardDialog } from '../session/board-dialog.ts'
import { DialogPlace } from './DialogPlace.tsx'
import type { WallSeat } from './WallScreen.tsx'

const LobbyPanel = lazyPart(async () => (await import('../panels/LobbyPanel.tsx')).LobbyPanel)
const WallScreen = lazyPart(async () => (await import('./WallScreen.tsx')).WallScreen)
const PhaseWorkspace = lazyPart(async () => (await import('../panels/PhaseWorkspace.tsx')).PhaseWorkspace)

// Most phases are on the wall: it is on its way while the board itself is read from the device.
WallScreen.fetch()

/** What a phase's screen is made of, beyond the frame. */
function partsOf(phase: Phase | null) {
  if (phase === null) return []
  if (phase === 'lobby') return [LobbyPanel]
  if (hasWorkspace(phase)) return [PhaseWorkspace, phaseParts[phase]]
  return [WallScreen, ...(phase === 'post' ? [] : Object.values(wallParts[phase]))]
}

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
  const dialog = useBoardDialog()
  const openForm = phase === 'plan' ? undefined : () => dialog.set('form')
  usePrefetch(useMemo(() => partsOf(phaseAfter(phase)), [phase]))
  return (
    <BoardFrame onOpen={dialog.set} onForm={openForm} onHow={onHow} onLeave={onLeave} onList={onList}>
      <PartPlace key={hasWorkspace(phase) ? 'workspace' : phase === 'lobby' ? 'lobby' : 'wall'}>
        {phase === 'lobby' ? (
          <LobbyPanel links={links} />
        ) : hasWorkspace(phase) ? (
          <PhaseWorkspace token={token} />
        ) : (
          <WallScreen seat={seat} token={token} onList={onList} />
        )}
      </PartPlace>
      <DialogPlace links={links} token={token} mode="wall" />
    </BoardFrame>
  )
}
