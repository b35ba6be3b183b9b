import type { Idea } from '@momentous/shared/domain/idea'
import type { IdeaId } from '@momentous/shared/domain/id'
import { useState } from 'react'
import { ProgressBar } from '../controls/ProgressBar.tsx'
import type { OwnIdea } from '../model/own-ideas.ts'
import { useOwnIdeas } from '../model/use-own-ideas.ts'
import { useActor, useIdeasOf, useMoment, useSession, useWatched } from '../model/use-store.ts'
import { IdeaCard } from '../session/IdeaCard.tsx'
import { OwnIdeaTools } from '../session/OwnIdeaTools.tsx'
import { useNews } from '../session/use-news.ts'
import { useWaitingNote } from '../session/use-waiting-note.ts'
import { ReadyTick } from '../session/ReadyTick.tsx'
import { ideasAdded, ideasCount, ideasGoal, ideasWords } from '../words/ideas.ts'
import { Expected } from './Expected.tsx'
import { ListPage } from './ListPage.tsx'
import { nameOf } from '../session/moment-name.ts'
import { OtherPriorities } from './OtherPriorities.tsx'
import { PriorityHead, type PriorityProps } from './PriorityHead.tsx'
import './priority-screen.css'

/** Ideas for one priority, shuffled and unsigned; on others' ideas one can only build. */
export function IdeasScreen({ moment, looked }: PriorityProps) {
  const note = useMoment(moment)
  const { role } = useActor()
  const ideas = useIdeasOf(moment)
  const own = useWatched(useOwnIdeas())
  const counted = ideas.filter(({ withdrawn }) => !withdrawn).length
  useNews('ideas', counted, ideasAdded)
  const waiting = own.filter(
    (each) => each.moment === moment && each.idea === null && !ideas.some(({ id }) => id === each.id),
  )
  return (
    <ListPage
      question={ideasWords.question(note === undefined ? '' : nameOf(note))}
      page={`ideas ${moment}`}
      head={looked.aside && <PriorityHead moment={moment} looked={looked} />}
    >
      <Goal count={counted} />
      {ideas.length === 0 && waiting.length === 0 && (
        <p className="list-hint">{role === 'observer' ? ideasWords.emptyLookingOn : ideasWords.empty}</p>
      )}
      <div className="list-ideas">
        <Waiting waiting={waiting} />
        <Ideas ideas={ideas} own={own} />
      </div>
      <div className="priority-block other-priorities">
        <Expected moment={moment} />
      </div>
      <OtherPriorities moment={moment} onLook={looked.onLook} />
      <div className="priority-ready">
        <ReadyTick />
      </div>
    </ListPage>
  )
}

function Goal({ count }: { readonly count: number }) {
  const goal = useSession((session) => session.goal)
  const words = ideasGoal(count, goal)
  return (
    <div className="list-goal">
      <span className="t-figures" aria-hidden="true">
        {ideasCount(count, goal)}
      </span>
      <ProgressBar label={ideasWords.goal} value={count} goal={goal} words={`${words.count} ${words.of}`} />
    </div>
  )
}

function Ideas({ ideas, own }: { readonly ideas: readonly Idea[]; readonly own: readonly OwnIdea[] }) {
  const [building, setBuilding] = useState<IdeaId | null>(null)
  return ideas.map((idea) => (
    <IdeaCard
      key={idea.id}
      idea={idea}
      own={own}
      building={building === idea.id}
      onBuild={() => setBuilding(idea.id)}
      onClose={() => setBuilding(null)}
    />
  ))
}

/** What was written on this device and comes out with the next batch; until then it is the writer's alone. */
function Waiting({ waiting }: { readonly waiting: readonly OwnIdea[] }) {
  const note = useWaitingNote()
  return waiting.map((each) => (
    <article key={each.id} className="idea-card idea-card-waiting">
      <p className="idea-card-text">{each.text}</p>
      <p className="own-idea-note">{note}</p>
      <OwnIdeaTools own={each} fixed={false} />
    </article>
  ))
}
