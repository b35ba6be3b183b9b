import { useActor } from '../model/use-store.ts'
import { LobbyCode } from './LobbyCode.tsx'
import { LobbyNext } from './LobbyNext.tsx'
import { LobbyPeople } from '../session/LobbyPeople.tsx'
import { LobbyPlan } from './LobbyPlan.tsx'
import { WhyCard, WhyField } from './WhyCard.tsx'
import type { BoardLinks } from './use-links.ts'
import './lobby.css'

export interface LobbyPanelProps {
  readonly links: BoardLinks
}

/** Before the wall opens: why we are here, what will happen, who is here, how to come in. */
export function LobbyPanel({ links }: LobbyPanelProps) {
  const steers = useActor().role === 'facilitator'
  return (
    <main className="lobby-scroll">
      <div className="lobby">
        <div>
          {steers ? <WhyField /> : <WhyCard />}
          <LobbyPlan />
        </div>
        <div className="lobby-side">
          <section className="lobby-card">
            {steers && <LobbyCode links={links} />}
            <LobbyPeople />
          </section>
          <LobbyNext />
        </div>
      </div>
    </main>
  )
}
