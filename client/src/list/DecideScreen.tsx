import type { Idea, Verdict } from '@momentous/shared/domain/idea'
import { useState } from 'react'
import { Badge } from '../controls/Badge.tsx'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { TextButton } from '../controls/TextButton.tsx'
import { useActor, useConcernsOf, useIdeasOf, useMoment } from '../model/use-store.ts'
import { ConcernLine } from '../session/ConcernLine.tsx'
import { DecideCard } from '../session/DecideCard.tsx'
import { ReadyTick } from '../session/ReadyTick.tsx'
import { useAsk } from '../session/use-ask.ts'
import { decideWords, judgedAs, moreOnTheTable } from '../words/decide.ts'
import { ListPage } from './ListPage.tsx'
import { nameOf } from '../session/moment-name.ts'
import { OtherPriorities } from './OtherPriorities.tsx'
import { PriorityHead, type PriorityProps } from './PriorityHead.tsx'
import './priority-screen.css'

const places = {
  table: decideWords.table,
  merit: decideWords.merit,
  parked: decideWords.parked,
} as const satisfies Record<Verdict['state'], string>

/** One idea at a time on the table, with its builds and what speaks against it; two buttons. */
export function DecideScreen({ moment, looked }: PriorityProps) {
  const note = useMoment(moment)
  const { role } = useActor()
  const ideas = useIdeasOf(moment).filter(({ withdrawn }) => !withdrawn)
  const concerns = useConcernsOf(moment)
  const whole = concerns.filter(({ idea }) => idea === null)
  return (
    <ListPage
      question={decideWords.question(note === undefined ? '' : nameOf(note))}
      hint={role === 'facilitator' ? undefined : decideWords.onlyFacilitator}
      page={`decide ${moment}`}
      head={looked.aside && <PriorityHead moment={moment} looked={looked} />}
      foot={role === 'participant' && <ReadyTick />}
    >
      {whole.length > 0 && (
        <section className="decide-list priority-block">
          <h3 className="t-label">{decideWords.concernsAboutAll}</h3>
          {whole.map((concern) => (
            <ConcernLine key={concern.id} text={concern.text} />
          ))}
        </section>
      )}
      <Place state="table" ideas={ideas} concerns={concerns} />
      <Place state="merit" ideas={ideas} concerns={concerns} />
      <Place state="parked" ideas={ideas} concerns={concerns} />
      <OtherPriorities moment={moment} onLook={looked.onLook} />
    </ListPage>
  )
}

interface PlaceProps {
  readonly state: Verdict['state']
  readonly ideas: readonly Idea[]
  readonly concerns: ReturnType<typeof useConcernsOf>
}

/** The table shows the idea that is talked about and, on request, the others; merit and parked show all of theirs. */
function Place({ state, ideas, concerns }: PlaceProps) {
  const ask = useAsk()
  const { say } = useAnnouncer()
  const [picked, setPicked] = useState<Idea['id'] | null>(null)
  const [all, setAll] = useState(false)
  // Whoever has just judged one idea goes on with the next.
  const [following, setFollowing] = useState(false)
  const here = ideas.filter(({ verdict }) => verdict.state === state)
  const current = here.find(({ id }) => id === picked) ?? here[0]
  const single = state === 'table' && !all && current !== undefined
  const shown = single ? [current] : here
  const judge = async (idea: Idea, verdict: Verdict) => {
    const outcome = await ask('judge-idea', { idea: idea.id, verdict })
    if (!outcome.ok) return
    setFollowing(true)
    say(judgedAs(idea.text, places[verdict.state]))
  }
  const empty = { table: decideWords.emptyTable, merit: decideWords.emptyMerit, parked: decideWords.emptyParked }[state]
  return (
    <section>
      <h3 className="t-h4 decide-heading">
        {places[state]} <Badge>{here.length}</Badge>
      </h3>
      {here.length === 0 && <p className="t-second">{empty}</p>}
      <div className="decide-list">
        {shown.map((idea) => (
          <DecideCard
            key={idea.id}
            idea={idea}
            concerns={concerns.filter((concern) => concern.idea === idea.id)}
            current={state === 'table' && idea.id === current?.id}
            following={following}
            onPick={() => setPicked(idea.id)}
            onJudge={(verdict) => void judge(idea, verdict)}
          />
        ))}
      </div>
      {single && here.length > 1 && (
        <p className="priority-line">
          <TextButton onClick={() => setAll(true)}>{moreOnTheTable(here.length - 1)}</TextButton>
        </p>
      )}
    </section>
  )
}
