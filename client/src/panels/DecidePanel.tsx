import type { Idea, Verdict } from '@momentous/shared/domain/idea'
import type { IdeaId, MomentId } from '@momentous/shared/domain/id'
import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { RankingBadge } from '../controls/RankingBadge.tsx'
import { useActor, useConcernsOf, useGrade, useIdeasOf, useRuling, useSession } from '../model/use-store.ts'
import { decideWords, judgedAs } from '../words/decide.ts'
import { ClosingStep } from '../session/ClosingStep.tsx'
import { ConcernLine } from '../session/ConcernLine.tsx'
import { DecideColumn } from './DecideColumn.tsx'
import { LeftOverIdeas } from './LeftOverIdeas.tsx'
import { ReadyChip, ReadyTick } from '../session/ReadyTick.tsx'
import { Steering } from '../session/Steering.tsx'
import { useMomentName } from '../session/use-moment-name.ts'
import { useAsk } from '../session/use-ask.ts'
import './decide-panel.css'

const columns = {
  table: decideWords.table,
  merit: decideWords.merit,
  parked: decideWords.parked,
} as const satisfies Record<Verdict['state'], string>

/** Ideas get merit or are parked, one at a time, with the concerns read out beside them. */
export function DecidePanel({ moment }: { readonly moment: MomentId }) {
  const ask = useAsk()
  const { say } = useAnnouncer()
  const ideas = useIdeasOf(moment).filter(({ withdrawn }) => !withdrawn)
  const concerns = useConcernsOf(moment)
  const [picked, setPicked] = useState<IdeaId | null>(null)
  const [following, setFollowing] = useState(false)
  const judge = async (idea: Idea, verdict: Verdict) => {
    setFollowing(idea.verdict.state === 'table')
    const outcome = await ask('judge-idea', { idea: idea.id, verdict })
    if (outcome.ok) say(judgedAs(idea.text, columns[verdict.state]))
  }
  const inColumn = (state: Verdict['state']) => ideas.filter(({ verdict }) => verdict.state === state)
  const table = inColumn('table')
  const current = table.find(({ id }) => id === picked) ?? table[0]
  const whole = concerns.filter(({ idea }) => idea === null)
  const { role } = useActor()
  // Only the facilitator's pick moves ideas; on other screens nothing pretends to know it.
  const shown = role === 'facilitator' ? (current?.id ?? null) : null
  const shared = { concerns, current: shown, following, onPick: setPicked, onJudge: judge }
  return (
    <div className="decide">
      <DecideHead moment={moment} clear={table.length === 0} />
      <LeftOverIdeas />
      {whole.length > 0 && (
        <section className="decide-whole">
          <h3 className="t-label">{decideWords.concernsAboutAll}</h3>
          {whole.map((concern) => (
            <ConcernLine key={concern.id} text={concern.text} />
          ))}
        </section>
      )}
      <div className="decide-columns">
        <DecideColumn {...shared} state="table" ideas={table} />
        <DecideColumn {...shared} state="merit" ideas={inColumn('merit')} />
        <DecideColumn {...shared} state="parked" ideas={inColumn('parked')} />
      </div>
    </div>
  )
}

function DecideHead({ moment, clear }: { readonly moment: MomentId; readonly clear: boolean }) {
  const text = useMomentName(moment)
  const settled = useGrade(moment)?.settled ?? null
  return (
    <header className="decide-head">
      <div>
        <h2 className="t-h2">{decideWords.question(text)}</h2>
        <p className="t-second">{decideWords.hint}</p>
      </div>
      <div className="decide-head-side">
        {settled !== null && <RankingBadge ranking={settled} />}
        <DecideSteering clear={clear} />
      </div>
    </header>
  )
}

function DecideSteering({ clear }: { readonly clear: boolean }) {
  const ask = useAsk()
  const { role } = useActor()
  const closing = useSession((session) => session.closing)
  const again = useRuling('move-phase', { to: 'ideas' })
  if (role !== 'facilitator') return closing === null ? <ReadyTick /> : <ClosingStep closing={closing} />
  return (
    <>
      {closing === null && (
        <Button
          look="tertiary"
          icon={<RotateCcw />}
          refusal={again.allowed ? null : again.reason}
          onClick={() => void ask('move-phase', { to: 'ideas' })}
        >
          {decideWords.openAgain}
        </Button>
      )}
      <Steering filled={clear}>
        <ReadyChip />
      </Steering>
    </>
  )
}
