import type { Concern, Idea, Verdict } from '@momentous/shared/domain/idea'
import { TextButton } from '../controls/TextButton.tsx'
import { useActor, useBuildsOn } from '../model/use-store.ts'
import { concernsTalkedThrough, decideWords, parkedBecause } from '../words/decide.ts'
import { BuildLine } from './BuildLine.tsx'
import { ConcernLine } from './ConcernLine.tsx'
import { IdeaText } from './IdeaCard.tsx'
import { VerdictButtons } from './VerdictButtons.tsx'
import './decide-card.css'

export interface DecideCardProps {
  readonly idea: Idea
  readonly concerns: readonly Concern[]
  readonly current: boolean
  /** The idea before was judged here: this one takes the focus. */
  readonly following?: boolean
  readonly onPick: () => void
  readonly onJudge: (verdict: Verdict) => void
}

/** One idea with its builds, the concerns about it, and what has become of it. */
export function DecideCard(props: DecideCardProps) {
  const { idea, concerns, current, following = false, onPick, onJudge } = props
  const builds = useBuildsOn(idea.id).filter(({ withdrawn }) => !withdrawn)
  const steers = useActor().role === 'facilitator'
  const { verdict } = idea
  const onTable = verdict.state === 'table'
  return (
    <article className={current ? 'idea-card decide-card-current' : 'idea-card'} aria-current={current || undefined}>
      {onTable && steers && !current ? (
        <button type="button" className="decide-card-pick" onClick={onPick}>
          <IdeaText idea={idea} />
        </button>
      ) : (
        <IdeaText idea={idea} />
      )}
      {builds.map((build) => (
        <BuildLine key={build.id} text={build.text} by={build.by} />
      ))}
      <Concerns concerns={concerns} folded={verdict.state === 'merit'} />
      {verdict.state === 'parked' && <p className="decide-card-why">{parkedBecause(verdict.reason)}</p>}
      {steers && onTable && current && <VerdictButtons following={following} onJudge={onJudge} />}
      {steers && !onTable && (
        <p className="decide-card-back">
          <TextButton aria-label={decideWords.backOf(idea.text)} onClick={() => onJudge({ state: 'table' })}>
            {decideWords.back}
          </TextButton>
        </p>
      )}
    </article>
  )
}

/** Beside an idea with merit its concerns have been talked through: they fold up. */
function Concerns({ concerns, folded }: { readonly concerns: readonly Concern[]; readonly folded: boolean }) {
  if (concerns.length === 0) return null
  const lines = concerns.map((concern) => <ConcernLine key={concern.id} text={concern.text} />)
  if (!folded) return <>{lines}</>
  return (
    <details className="decide-card-folded">
      <summary>{concernsTalkedThrough(concerns.length)}</summary>
      <div>{lines}</div>
    </details>
  )
}
