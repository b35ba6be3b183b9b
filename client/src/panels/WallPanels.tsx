import type { Bench } from '../tools/bench.ts'
import type { Toolbox } from '../tools/toolbox.ts'
import { useActor, useLoaded, useOffered, useSession } from '../model/use-store.ts'
import { ChoosePrompt } from './ChoosePrompt.tsx'
import { ChooseTray } from './ChooseTray.tsx'
import { ColourPrompt } from './ColourPrompt.tsx'
import { ColourTray } from './ColourTray.tsx'
import { PostPrompt } from './PostPrompt.tsx'
import { PostTray } from './PostTray.tsx'
import type { Look } from './Steering.tsx'
import { useDraft } from './use-draft.ts'
import { WallEmpty } from './WallEmpty.tsx'
import './wall-panels.css'

export interface WallPanelsProps {
  readonly bench: Bench
  readonly toolbox: Toolbox
}

/** What lies over the wall in Post, Colour and Choose: the question at the top, the phase's tray at the bottom. */
export function WallPanels({ bench, toolbox }: WallPanelsProps) {
  const phase = useSession((session) => session.phase)
  const observes = useActor().role === 'observer'
  const answering = useOffered().length > 0
  const loaded = useLoaded()
  const { text } = useDraft()
  const look = (): Look => lookOf(bench)
  return (
    <div className="wall-panels">
      <div className="wall-panels-head">
        {phase === 'post' && <PostPrompt look={look} answering={answering} />}
        {phase === 'colour' && <ColourPrompt look={look} answering={answering} />}
        {phase === 'choose' && <ChoosePrompt look={look} answering={answering} />}
      </div>
      {phase === 'post' && loaded && <WallEmpty />}
      <div className="wall-panels-foot">
        {/* A half-typed moment stays under the hand that types it, also when the phase moves on. */}
        {!observes && (phase === 'post' || text !== '') && <PostTray bench={bench} answering={answering} />}
        {phase === 'colour' && <ColourTray bench={bench} toolbox={toolbox} />}
        {phase === 'choose' && <ChooseTray answering={answering} />}
      </div>
    </div>
  )
}

/** What lies on the facilitator's screen now; those who read the list go to the selected moment. */
function lookOf({ camera, selection }: Bench): Look {
  const { x, y, w, h } = camera.visible()
  return { view: [x, y, w, h], moment: selection.lead() }
}
