import type { Build, Idea } from '@momentous/shared/domain/idea'
import { Plus } from 'lucide-react'
import { useRef } from 'react'
import type { OwnIdea } from '../model/own-ideas.ts'
import { useBuildsOn, useRuling } from '../model/use-store.ts'
import { buildsAdded, ideasWords } from '../words/ideas.ts'
import { BuildComposer } from './BuildComposer.tsx'
import { BuildLine } from './BuildLine.tsx'
import { useNews } from './use-news.ts'
import { OwnIdeaTools } from './OwnIdeaTools.tsx'
import './idea-card.css'

export interface IdeaCardProps {
  readonly idea: Idea
  /** Written on this device: its idea and builds, out or still waiting. */
  readonly own: readonly OwnIdea[]
  readonly building: boolean
  readonly onBuild: () => void
  readonly onClose: () => void
}

/** One idea. Nobody can change another's: all that one can do is build on it. */
export function IdeaCard({ idea, own, building, onBuild, onClose }: IdeaCardProps) {
  const builds = useBuildsOn(idea.id)
  useNews('builds', builds.filter(({ withdrawn }) => !withdrawn).length, buildsAdded)
  const ruling = useRuling('build-on-idea', { id: 'build-to-come' as never, idea: idea.id, text: '' })
  const opener = useRef<HTMLButtonElement>(null)
  const mine = own.find((each) => each.id === idea.id)
  const waiting = own.filter((each) => each.idea === idea.id && !builds.some((build) => build.id === each.id))
  const close = () => {
    onClose()
    requestAnimationFrame(() => opener.current?.focus())
  }
  if (idea.withdrawn && builds.length === 0) return null
  return (
    <article className="idea-card">
      <IdeaText idea={idea} />
      {(builds.length > 0 || waiting.length > 0 || building) && <hr className="idea-card-line" />}
      {builds.map((build) => (
        <OneBuild key={build.id} build={build} own={own} />
      ))}
      {waiting.map((each) => (
        <BuildLine key={each.id} text={each.text} note={ideasWords.joinsNext}>
          <OwnIdeaTools own={each} fixed={false} />
        </BuildLine>
      ))}
      {building && <BuildComposer moment={idea.moment} idea={idea.id} onClose={close} />}
      {!building && ruling.allowed && (
        <div className="idea-card-foot">
          <button ref={opener} type="button" className="idea-card-build" onClick={onBuild}>
            <Plus />
            {ideasWords.build}
            <span className="unseen">: {idea.text}</span>
          </button>
          {mine !== undefined && !idea.withdrawn && <OwnIdeaTools own={mine} fixed={builds.length > 0} />}
        </div>
      )}
    </article>
  )
}

export function IdeaText({ idea }: { readonly idea: Idea }) {
  return (
    <p className={idea.withdrawn ? 'idea-card-text idea-card-withdrawn' : 'idea-card-text'}>
      {idea.withdrawn ? ideasWords.withdrawn : idea.text}
      {idea.by !== null && !idea.withdrawn && <span className="idea-card-by">{idea.by}</span>}
    </p>
  )
}

function OneBuild({ build, own }: { readonly build: Build; readonly own: readonly OwnIdea[] }) {
  const mine = own.find((each) => each.id === build.id)
  if (build.withdrawn) return null
  return (
    <BuildLine text={build.text} by={build.by}>
      {mine !== undefined && <OwnIdeaTools own={mine} fixed={false} />}
    </BuildLine>
  )
}
