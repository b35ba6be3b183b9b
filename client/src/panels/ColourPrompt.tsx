import { colouredCount } from '../words/colour.ts'
import { PhasePrompt } from './PhasePrompt.tsx'
import type { WallPromptProps } from './PostPrompt.tsx'
import { useTimeline } from '../session/use-timeline.ts'

/** One note without a type doesn't hold the session up. */
const NEARLY = 0.9

export function ColourPrompt({ look, answering }: WallPromptProps) {
  const moments = useTimeline()
  const coloured = moments.filter(({ channel }) => channel !== null).length
  const done = moments.length > 0 && coloured >= moments.length * NEARLY
  return (
    <PhasePrompt
      count={colouredCount(coloured, moments.length)}
      filled={done && !answering}
      ticked={false}
      asksReady
      look={look}
    />
  )
}
