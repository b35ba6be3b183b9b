import type { Ranked } from '@momentous/shared/priorities/rank'
import { useActor, useSession } from '../model/use-store.ts'
import { useTimeline } from '../session/use-timeline.ts'
import { resultWords, voteResult } from '../session/vote-result.ts'
import { chooseWords } from '../words/choose.ts'
import { ListPage } from './ListPage.tsx'
import { MomentRow } from './MomentRow.tsx'

/** How the dots fell: totals as bars, the border named, equals beside each other. */
export function VoteResultScreen() {
  const vote = useSession((session) => session.vote)
  const shortlist = useSession((session) => session.shortlist)
  const steers = useActor().role === 'facilitator'
  const line = useTimeline()
  if (vote.state !== 'closed') return null
  const result = voteResult(line, vote, shortlist)
  const without = line.filter(({ id }) => !result.ranked.some(({ moment }) => moment.id === id))
  return (
    <ListPage {...resultWords(result, vote, shortlist, steers)} page="votes">
      <ResultRows ranked={result.ranked.slice(0, result.above)} most={result.ranked[0]?.ticks ?? 0} inside />
      {result.above > 0 && <p className="choose-border">{chooseWords.border}</p>}
      <ResultRows ranked={result.ranked.slice(result.above)} most={result.ranked[0]?.ticks ?? 0} inside={false} />
      <ResultRows ranked={without.map((moment) => ({ moment, ticks: 0, place: 0 }))} most={0} inside={false} />
    </ListPage>
  )
}

interface ResultRowsProps {
  readonly ranked: readonly Ranked[]
  readonly most: number
  /** Above the border. */
  readonly inside: boolean
}

function ResultRows({ ranked, most, inside }: ResultRowsProps) {
  const own = useSession((session) => session.channels)
  if (ranked.length === 0) return null
  return (
    <ol className="choose-list choose-results">
      {ranked.map(({ moment, ticks }) => (
        <li key={moment.id} data-moment={moment.id}>
          <MomentRow moment={moment} own={own} dots={ticks > 0 ? ticks : null} state={inside ? undefined : 'faded'} />
          {ticks > 0 && (
            <span className={inside ? 'choose-bar choose-bar-in' : 'choose-bar'} aria-hidden="true">
              <i style={{ transform: `scaleX(${ticks / most})` }} />
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}
