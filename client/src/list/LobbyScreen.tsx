import { QrCode, Sparkles } from 'lucide-react'
import { Button } from '../controls/Button.tsx'
import { TextArea } from '../controls/TextArea.tsx'
import { useActor, usePeople, useSession } from '../model/use-store.ts'
import { LobbyPeople } from '../session/LobbyPeople.tsx'
import { facilitatorName } from '../session/people-facts.ts'
import { ReadyButton } from '../session/ReadyButton.tsx'
import { useReadiness } from '../session/use-people.ts'
import { useWhy } from '../session/use-why.ts'
import { whySample } from '../words/home.ts'
import { lobbyWords, sharedWhy, waitingNote } from '../words/lobby.ts'
import { waitingFor } from '../words/arrivals.ts'
import { shareWords } from '../words/share.ts'
import { ListPage } from './ListPage.tsx'
import './lobby-screen.css'

/** Before the wall opens: why we are here, who is here, whom we wait for. */
export function LobbyScreen({ onShare }: { readonly onShare: () => void }) {
  const { role } = useActor()
  const why = useSession((session) => session.why)
  const steers = role === 'facilitator'
  return (
    <ListPage
      question={`${lobbyWords.why}.`}
      foot={role === 'participant' && why.trim() !== '' ? <MakesSense /> : undefined}
    >
      <div className="lobby-screen">
        {steers ? <WhyEditor /> : <Why />}
        {!steers && <Waiting />}
        {steers && (
          <Button icon={<QrCode />} size="large" wide onClick={onShare}>
            {shareWords.title}
          </Button>
        )}
        <section className="lobby-screen-people">
          <LobbyPeople />
        </section>
      </div>
    </ListPage>
  )
}

function WhyEditor() {
  const { text, write, settle } = useWhy()
  return (
    <section className="lobby-screen-edit">
      <TextArea
        label={lobbyWords.whyLabel}
        hint={lobbyWords.whySeen}
        rows={4}
        maxLength={1000}
        placeholder={lobbyWords.whyEmpty}
        value={text}
        onChange={write}
        onBlur={settle}
      />
      <Button look="tertiary" icon={<Sparkles />} onClick={() => write(whySample)}>
        {lobbyWords.sample}
      </Button>
    </section>
  )
}

function Why() {
  const why = useSession((session) => session.why)
  const { ready, all } = useReadiness()
  return (
    <section>
      <p className="lobby-screen-why">{why.trim() === '' ? lobbyWords.noWhyYet : why}</p>
      <p className="t-small t-third" role="status">
        {sharedWhy(ready, all)}
      </p>
    </section>
  )
}

function Waiting() {
  const { people } = usePeople()
  const here = people.filter(({ online, role }) => online && role !== 'observer').length
  const name = facilitatorName(people)
  return (
    <div className="lobby-screen-waiting">
      <p className="t-h4">{name === '' ? lobbyWords.waitingForFacilitator : waitingFor(name)}</p>
      <p className="t-small t-second">{waitingNote(here)}</p>
    </div>
  )
}

function MakesSense() {
  return (
    <div className="list-foot-wide">
      <ReadyButton words={lobbyWords.makesSense} backWords={lobbyWords.makesSense} look="primary" />
    </div>
  )
}
