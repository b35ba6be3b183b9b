import type { Idea } from '@momentous/shared/domain/idea'
import type { IdeaId, MomentId } from '@momentous/shared/domain/id'
import { useState } from 'react'
import { ProgressBar } from '../controls/ProgressBar.tsx'
import { useOwnIdeas } from '../model/use-own-ideas.ts'
import { useActor, useAssessment, useIdeasOf, useSession, useWatched } from '../model/use-store.ts'
import { assessWords } from '../words/assess.ts'
import { ideasAdded, ideasGoal, ideasWords } from '../words/ideas.ts'
import { IdeaComposer } from './IdeaComposer.tsx'
import { IdeasTray } from './IdeasTray.tsx'
import { IdeaWall } from './IdeaWall.tsx'
import { NoNamesCard } from '../session/NoNamesCard.tsx'
import { PriorityNote } from './PriorityNote.tsx'
import { useMomentName } from '../session/use-moment-name.ts'
import { useNews } from '../session/use-news.ts'
import { useQuietMinutes } from './use-quiet.ts'
import './phase-workspace.css'
import './ideas-panel.css'

/** Ideas for one priority: said without a name, built on, never judged before Decide. */
export function IdeasPanel({ moment }: { readonly moment: MomentId }) {
  const { role } = useActor()
  const ideas = useIdeasOf(moment)
  const own = useWatched(useOwnIdeas())
  const [building, setBuilding] = useState<IdeaId | null>(null)
  const counted = ideas.filter(({ withdrawn }) => !withdrawn).length
  const quiet = useQuietMinutes(counted)
  useNews('ideas', counted, ideasAdded)
  return (
    <div className="priority-columns">
      <IdeasAbout moment={moment} />
      <div className="priority-main">
        <IdeasHead moment={moment} count={counted} />
        {role !== 'observer' && (
          <IdeaComposer moment={moment} quiet={building !== null || (quiet !== null && role === 'facilitator')} />
        )}
        <IdeaWall {...{ moment, ideas, own, building }} onBuilding={setBuilding} />
        <IdeasTray moment={moment} ideas={openIdeas(ideas)} quiet={quiet} busy={building !== null} />
      </div>
    </div>
  )
}

function openIdeas(ideas: readonly Idea[]): readonly Idea[] {
  return ideas.filter(({ withdrawn }) => !withdrawn)
}

function IdeasHead({ moment, count }: { readonly moment: MomentId; readonly count: number }) {
  const text = useMomentName(moment)
  const goal = useSession((session) => session.goal)
  const words = ideasGoal(count, goal)
  return (
    <header className="ideas-head">
      <div>
        <h2 className="t-h2">{ideasWords.question(text)}</h2>
        <p className="t-second">{ideasWords.hint}</p>
      </div>
      <div className="ideas-goal">
        <p>
          <span className="ideas-count t-figures">{words.count}</span> <span className="t-second">{words.of}</span>
        </p>
        <ProgressBar label={ideasWords.goal} value={count} goal={goal} words={`${words.count} ${words.of}`} />
      </div>
    </header>
  )
}

function IdeasAbout({ moment }: { readonly moment: MomentId }) {
  const assessment = useAssessment(moment)
  return (
    <div className="ideas-about">
      <PriorityNote moment={moment} />
      {assessment !== undefined && assessment.expectation !== '' && (
        <div>
          <h2 className="t-label">{assessWords.theyExpect}</h2>
          <p className="ideas-expected">{assessment.expectation}</p>
        </div>
      )}
      {assessment !== undefined && assessment.issue !== '' && (
        <div>
          <h2 className="t-label">{ideasWords.issue}</h2>
          <p className="t-second">{assessment.issue}</p>
        </div>
      )}
      <NoNamesCard />
    </div>
  )
}
