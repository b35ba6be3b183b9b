import type { Idea } from '@momentous/shared/domain/idea'
import type { IdeaId, MomentId } from '@momentous/shared/domain/id'
import { useState } from 'react'
import { NARROW, useMedia } from '../controls/use-media.ts'
import type { OwnIdea } from '../model/own-ideas.ts'
import { useActor } from '../model/use-store.ts'
import { ideasWords } from '../words/ideas.ts'
import { assignColumns } from './idea-columns.ts'
import { IdeaCard } from '../session/IdeaCard.tsx'
import { OwnIdeaTools } from '../session/OwnIdeaTools.tsx'
import { useWaitingNote } from '../session/use-waiting-note.ts'

export interface IdeaWallProps {
  readonly moment: MomentId
  /** In the order that the server drew. */
  readonly ideas: readonly Idea[]
  readonly own: readonly OwnIdea[]
  readonly building: IdeaId | null
  readonly onBuilding: (idea: IdeaId | null) => void
}

/** All ideas of a priority, in two or three columns; one's own that still wait stand before them. */
export function IdeaWall({ moment, ideas, own, building, onBuilding }: IdeaWallProps) {
  const { role } = useActor()
  const columns = useColumns(ideas, useMedia(NARROW) ? 2 : 3)
  const waiting = own.filter(
    (each) => each.moment === moment && each.idea === null && !ideas.some((idea) => idea.id === each.id),
  )
  if (ideas.length === 0 && waiting.length === 0) {
    return <p className="ideas-empty">{role === 'observer' ? ideasWords.emptyLookingOn : ideasWords.empty}</p>
  }
  return (
    <>
      {waiting.length > 0 && <WaitingIdeas waiting={waiting} />}
      <div className="idea-wall">
        {columns.map((column, at) => (
          <div key={at} className="idea-wall-column">
            {column.map((idea) => (
              <IdeaCard
                key={idea.id}
                idea={idea}
                own={own}
                building={building === idea.id}
                onBuild={() => onBuilding(idea.id)}
                onClose={() => onBuilding(null)}
              />
            ))}
          </div>
        ))}
      </div>
    </>
  )
}

function useColumns(ideas: readonly Idea[], count: number): readonly (readonly Idea[])[] {
  const ids = ideas.map(({ id }) => id)
  const written = `${count} ${ids.join(' ')}`
  const [kept, setKept] = useState(() => ({ written, count, places: assignColumns(ids, new Map(), count) }))
  let { places } = kept
  if (kept.written !== written) {
    places = assignColumns(ids, kept.count === count ? kept.places : new Map(), count)
    setKept({ written, count, places })
  }
  return Array.from({ length: count }, (_, column) => ideas.filter(({ id }) => places.get(id) === column))
}

function WaitingIdeas({ waiting }: { readonly waiting: readonly OwnIdea[] }) {
  const note = useWaitingNote()
  return (
    <section className="ideas-waiting" aria-label={ideasWords.yoursWaiting}>
      {waiting.map((each) => (
        <article key={each.id} className="idea-card idea-card-waiting">
          <p className="idea-card-text">{each.text}</p>
          <p className="own-idea-note">{note}</p>
          <OwnIdeaTools own={each} fixed={false} />
        </article>
      ))}
    </section>
  )
}
