import { ArrowRight } from 'lucide-react'
import { Button } from '../controls/Button.tsx'
import { useActor, usePeople, useRuling, useSession } from '../model/use-store.ts'
import { lobbyWords, waitingNote } from '../words/lobby.ts'
import { waitingFor } from '../words/arrivals.ts'
import { facilitatorName } from '../session/people-facts.ts'
import { ObserverChip } from './ObserverChip.tsx'
import { ReadyButton } from '../session/ReadyButton.tsx'
import { useAnswering } from './use-answering.ts'
import { useAsk } from '../session/use-ask.ts'

/** The facilitator opens the wall; everybody else waits, and may say that the why makes sense. */
export function LobbyNext() {
  const { role } = useActor()
  return (
    <div className="lobby-next">
      {role === 'facilitator' ? <OpenWall /> : <Waiting asks={role === 'participant'} />}
    </div>
  )
}

function OpenWall() {
  const ask = useAsk()
  const answering = useAnswering()
  const ruling = useRuling('move-phase', { to: 'post' })
  return (
    <Button
      look={answering ? 'secondary' : 'primary'}
      size="large"
      iconAfter={<ArrowRight />}
      refusal={ruling.allowed ? null : ruling.reason}
      onClick={() => void ask('move-phase', { to: 'post' })}
    >
      {lobbyWords.open}
    </Button>
  )
}

function Waiting({ asks }: { readonly asks: boolean }) {
  const { people } = usePeople()
  const why = useSession((session) => session.why)
  const here = people.filter(({ online, role }) => online && role !== 'observer').length
  const name = facilitatorName(people)
  return (
    <>
      <div className="lobby-waiting">
        <p className="t-h4">{name === '' ? lobbyWords.waitingForFacilitator : waitingFor(name)}</p>
        <p className="t-small t-second">{waitingNote(here)}</p>
      </div>
      {!asks && <ObserverChip />}
      {asks && why.trim() !== '' && (
        <ReadyButton words={lobbyWords.makesSense} backWords={lobbyWords.makesSense} look="primary" />
      )}
    </>
  )
}
