import { useRef, type ReactNode } from 'react'
import type { Bench } from '../tools/bench.ts'
import { lookOf } from '../tools/look-of.ts'
import type { Toolbox } from '../tools/toolbox.ts'
import { PartPlace } from '../controls/PartPlace.tsx'
import { useActor, useSession } from '../model/use-store.ts'
import { PostPrompt } from './PostPrompt.tsx'
import { PostTray } from './PostTray.tsx'
import type { Look } from '../session/Steering.tsx'
import { useAnswering } from './use-answering.ts'
import { useDraft } from './use-draft.ts'
import { useFreeHand } from './use-free-hand.ts'
import { useInsets } from './use-insets.ts'
import { useStrandedDraft } from './use-stranded-draft.ts'
import { WallEmpty } from './WallEmpty.tsx'
import { WallFind } from './WallFind.tsx'
import { wallParts } from './wall-parts.ts'
import './wall-panels.css'
import './wall-panels-small.css'

export interface WallPanelsProps {
  readonly bench: Bench
  readonly toolbox: Toolbox
  /** The tools, at the left edge. */
  readonly rail: ReactNode
  /** List and zoom, at the lower left. */
  readonly corner: ReactNode
  /** The whole wall, at the lower right. */
  readonly minimap: ReactNode
  /** The wall itself: the last stop of the tab key. */
  readonly children: ReactNode
}

/** The wall in Post, Colour and Choose, and what floats at its edges: the question, the phase's tray, rail and corner. */
export function WallPanels({ bench, toolbox, rail, corner, minimap, children }: WallPanelsProps) {
  const phase = useSession((session) => session.phase)
  const answering = useAnswering()
  const look = (): Look => lookOf(bench)
  const panels = useRef<HTMLElement>(null)
  useFreeHand(bench, toolbox)
  useInsets(panels, bench.camera)
  return (
    <main ref={panels} className="wall-panels">
      <div className="wall-panels-head">
        {phase === 'post' && <PostPrompt look={look} answering={answering} />}
        <PartPlace key={phase}>
          {phase === 'colour' && <wallParts.colour.Prompt look={look} answering={answering} />}
          {phase === 'choose' && <wallParts.choose.Prompt look={look} answering={answering} />}
        </PartPlace>
        <WallFind bench={bench} />
      </div>
      <WallTray bench={bench} toolbox={toolbox} answering={answering} corner={corner} minimap={minimap} />
      <div className="wall-panels-rail">{rail}</div>
      {children}
      {phase === 'post' && <WallEmpty />}
    </main>
  )
}

interface WallTrayProps extends Pick<WallPanelsProps, 'bench' | 'toolbox' | 'corner' | 'minimap'> {
  readonly answering: boolean
}

/** The phase's tray in the middle; a wide one folds the corner to icons, or sends it up where there is no room. */
function WallTray({ bench, toolbox, corner, minimap, answering }: WallTrayProps) {
  const phase = useSession((session) => session.phase)
  const observes = useActor().role === 'observer'
  const { text } = useDraft()
  const stranded = useStrandedDraft()
  const wide = phase === 'colour' || phase === 'choose'
  return (
    <div className={wide ? 'wall-panels-foot wall-panels-wide' : 'wall-panels-foot'}>
      <div className="wall-panels-tray">
        {/* A half-typed moment stays under the hand that types it, also when the phase moves on. */}
        {!observes && !stranded && (phase === 'post' || text !== '') && (
          <PostTray bench={bench} answering={answering} />
        )}
        <PartPlace key={phase}>
          {phase === 'colour' && <wallParts.colour.Tray bench={bench} toolbox={toolbox} />}
          {phase === 'choose' && <wallParts.choose.Tray answering={answering} />}
        </PartPlace>
      </div>
      <div className="wall-panels-corner">{corner}</div>
      {minimap}
    </div>
  )
}
