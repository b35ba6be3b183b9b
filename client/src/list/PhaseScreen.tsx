import { usePriorities, useSession } from '../model/use-store.ts'
import type { LookedAt } from '../session/use-looked-at.ts'
import { assessWords } from '../words/assess.ts'
import { ListPage } from './ListPage.tsx'
import { LobbyScreen } from './LobbyScreen.tsx'
import type { NextSpot } from './next-spot.ts'
import { phaseParts } from './phase-parts.ts'
import { PostScreen } from './PostScreen.tsx'
import type { Brought } from './use-brought.ts'

export interface PhaseScreenProps {
  readonly looked: LookedAt
  readonly brought: Brought | null
  readonly spot: NextSpot
  readonly onShare: () => void
  readonly onForm: () => void
}

/** The screen of the phase; from Assess on, that of the priority under discussion. */
export function PhaseScreen({ looked, brought, spot, onShare, onForm }: PhaseScreenProps) {
  const phase = useSession((session) => session.phase)
  switch (phase) {
    case 'lobby':
      return <LobbyScreen onShare={onShare} />
    case 'post':
      return <PostScreen spot={spot} />
    case 'colour':
      return <phaseParts.colour brought={brought} />
    case 'choose':
      return <phaseParts.choose />
    case 'assess':
    case 'ideas':
    case 'decide':
    case 'plan':
      return <PriorityScreen looked={looked} onForm={onForm} />
  }
}

function PriorityScreen({ looked, onForm }: Pick<PhaseScreenProps, 'looked' | 'onForm'>) {
  const phase = useSession((session) => session.phase)
  const { length } = usePriorities()
  const { moment } = looked
  if (moment === null || length === 0) return <ListPage question={assessWords.noPriorities}>{null}</ListPage>
  switch (phase) {
    case 'ideas':
      return <phaseParts.ideas key={moment} moment={moment} looked={looked} />
    case 'decide':
      return <phaseParts.decide key={moment} moment={moment} looked={looked} />
    case 'plan':
      return <phaseParts.plan key={moment} moment={moment} looked={looked} onForm={onForm} />
    case 'lobby':
    case 'post':
    case 'colour':
    case 'choose':
    case 'assess':
      return <phaseParts.assess key={moment} moment={moment} looked={looked} />
  }
}
