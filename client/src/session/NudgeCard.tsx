import type { Nudge } from '@momentous/shared/rules/no-dissing'
import { useEffect, useRef } from 'react'
import { Button } from '../controls/Button.tsx'
import { MessageCard } from '../controls/MessageCard.tsx'
import { TextButton } from '../controls/TextButton.tsx'
import { ideasWords } from '../words/ideas.ts'
import { usePrimary } from './use-primary.ts'
import './nudge-card.css'

export interface NudgeCardProps {
  readonly nudge: Nudge
  /** On somebody's idea, where "Build on it" is the way out; a first idea is said another way. */
  readonly building: boolean
  readonly onReword: () => void
  readonly onKeepForDecide: () => void
  readonly onSendAsItIs: () => void
}

const titles: Readonly<Record<Nudge, string>> = {
  closing: ideasWords.nudge,
  money: ideasWords.money,
  apology: ideasWords.apology,
}

/** Asks before words are sent, on the writer's own screen only; whatever is chosen, nobody else learns that it asked. */
export function NudgeCard({ nudge, building, onReword, onKeepForDecide, onSendAsItIs }: NudgeCardProps) {
  const look = usePrimary()
  const card = useRef<HTMLDivElement>(null)
  // Some browsers return a promise here, which React would take for a way to clean up.
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const reword = building ? ideasWords.nudgeBuild : ideasWords.nudgeReword
  return (
    <div ref={card} className="nudge-card" role="status">
      <MessageCard
        title={titles[nudge]}
        look="warn"
        actions={
          nudge === 'apology' ? (
            <>
              <Button look={look} onClick={onSendAsItIs}>
                {ideasWords.nudgeSend}
              </Button>
              <Button onClick={onReword}>{ideasWords.nudgeReword}</Button>
            </>
          ) : (
            <>
              <Button look={look} onClick={onReword}>
                {reword}
              </Button>
              <Button onClick={onKeepForDecide}>{ideasWords.nudgeKeep}</Button>
              <span className="nudge-card-send">
                <TextButton onClick={onSendAsItIs}>{ideasWords.nudgeSend}</TextButton>
              </span>
            </>
          )
        }
      >
        {nudge === 'closing' ? ideasWords.nudgeMore : undefined}
      </MessageCard>
    </div>
  )
}
