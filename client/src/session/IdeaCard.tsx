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
import { useWaitingNote } from './use-waiting-note.ts'
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
  const note = useWaitingNote()
  const mine = own.find((each) => each.id === idea.id)
  const waiting = own.filter((each) => each.idea === idea.id && !builds.some((build) => build.id === each.id))
  const close = () => {
    onClose()
    requestAnimationFrame(() => opener.current?.focus())
  }
  const shown = withOwnWords(idea, mine)
  if (idea.withdrawn && builds.length === 0) return null
  return (
    <article className="idea-card">
      <IdeaText idea={shown} />
      {shown !== idea && <p className="own-idea-note">{ideasWords.changesNext}</p>}
      {(builds.length > 0 || waiting.length > 0 || building) && <hr className="idea-card-line" />}
      {builds.map((build) => (
        <OneBuild key={build.id} build={build} own={own} />
      ))}
      {waiting.map((each) => (
        <BuildLine key={each.id} text={each.text} note={note}>
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
          {mine !== undefined && !shown.withdrawn && <OwnIdeaTools own={mine} fixed={builds.length > 0} />}
        </div>
      )}
    </article>
  )
}

/** What this device changed is shown here at once; to others it comes a little later, so that its time tells nothing. */
function withOwnWords<Said extends Idea | Build>(said: Said, mine: OwnIdea | undefined): Said {
  if (mine?.changed === undefined || said.withdrawn || said.text === mine.text) return said
  return { ...said, text: mine.text, withdrawn: mine.text === '' }
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
  const shown = withOwnWords(build, mine)
  if (shown.withdrawn) return null
  return (
    <BuildLine text={shown.text} by={build.by} {...(shown !== build && { note: ideasWords.changesNext })}>
      {mine !== undefined && <OwnIdeaTools own={mine} fixed={false} />}
    </BuildLine>
  )
}
