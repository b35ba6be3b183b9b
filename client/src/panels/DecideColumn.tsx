import type { Concern, Idea, Verdict } from '@momentous/shared/domain/idea'
import type { IdeaId } from '@momentous/shared/domain/id'
import { useId, useState } from 'react'
import { Badge } from '../controls/Badge.tsx'
import { TextButton } from '../controls/TextButton.tsx'
import { decideWords, moreOnTheTable } from '../words/decide.ts'
import { DecideCard } from '../session/DecideCard.tsx'

export interface DecideColumnProps {
  readonly state: Verdict['state']
  readonly ideas: readonly Idea[]
  /** All concerns of the moment; a card shows its own. */
  readonly concerns: readonly Concern[]
  /** The idea on the table that is talked about. */
  readonly current: IdeaId | null
  /** The idea before it was judged from here: the focus goes on to the current one. */
  readonly following: boolean
  readonly onPick: (idea: IdeaId) => void
  readonly onJudge: (idea: Idea, verdict: Verdict) => Promise<void>
}

const facts = {
  table: { title: decideWords.table, hint: decideWords.tableHint, empty: decideWords.emptyTable },
  merit: { title: decideWords.merit, hint: decideWords.meritHint, empty: decideWords.emptyMerit },
  parked: { title: decideWords.parked, hint: decideWords.parkedHint, empty: decideWords.emptyParked },
} as const satisfies Record<Verdict['state'], { title: string; hint: string; empty: string }>

/** The table shows this many at first: one at a time is talked about. */
const SHOWN = 4

export function DecideColumn(props: DecideColumnProps) {
  const { state, ideas, concerns, current, following, onPick, onJudge } = props
  const [whole, setWhole] = useState(false)
  const heading = useId()
  const { title, hint, empty } = facts[state]
  const shown = state === 'table' && !whole ? ideas.slice(0, SHOWN) : ideas
  const rest = ideas.length - shown.length
  return (
    <section className="decide-column" aria-labelledby={heading}>
      <header className="decide-column-head">
        <h3 className="t-h4" id={heading}>
          {title}
        </h3>
        <Badge>{ideas.length}</Badge>
        <span className="decide-column-hint">{hint}</span>
      </header>
      {ideas.length === 0 && <p className="decide-empty">{empty}</p>}
      {shown.map((idea) => (
        <DecideCard
          key={idea.id}
          idea={idea}
          concerns={concerns.filter((concern) => concern.idea === idea.id)}
          current={idea.id === current}
          following={following}
          onPick={() => onPick(idea.id)}
          onJudge={(verdict) => void onJudge(idea, verdict)}
        />
      ))}
      {rest > 0 && (
        <p className="decide-more">
          <TextButton onClick={() => setWhole(true)}>{moreOnTheTable(rest)}</TextButton>
        </p>
      )}
    </section>
  )
}
