import { readyCount } from '../words/frame.ts'
import { PhasePrompt } from './PhasePrompt.tsx'
import type { Look } from '../session/Steering.tsx'
import { useReadiness } from '../session/use-people.ts'

export interface WallPromptProps {
  readonly look: () => Look
  /** A card waits for an answer: its button is the filled one. */
  readonly answering: boolean
}

export function PostPrompt({ look, answering }: WallPromptProps) {
  const { ready, all, everybody } = useReadiness()
  return (
    <PhasePrompt
      count={all > 0 ? readyCount(ready, all) : null}
      filled={everybody && !answering}
      asksReady
      look={look}
    />
  )
}
