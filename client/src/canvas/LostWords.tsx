import type { Ruling } from '@momentous/shared/rules/ruling'
import { Undo2 } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from '../controls/Button.tsx'
import { CopyButton } from '../controls/CopyButton.tsx'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { MessageCard } from '../controls/MessageCard.tsx'
import { lostWords } from '../words/lost.ts'
import './lost-words.css'

export interface LostWordsProps {
  /** What happened. */
  readonly title: string
  /** What had been written there. */
  readonly words: string
  /** May it be put back? */
  readonly ruling: Ruling
  readonly onPutBack: () => void
  readonly onLetGo: () => void
}

/** Somebody else put in the bin what this person was typing into: the words are offered back, and stay until answered. */
export function LostWords({ title, words, ruling, onPutBack, onLetGo }: LostWordsProps) {
  const { sayNow } = useAnnouncer()
  useEffect(() => sayNow(`${title} ${lostWords.safe}`), [title, sayNow])
  return (
    <div className="lost-words" role="region" aria-label={lostWords.region}>
      <MessageCard
        title={title}
        icon={<Undo2 />}
        kept={words}
        actions={
          <>
            <Button refusal={ruling.allowed ? null : ruling.reason} onClick={onPutBack}>
              {lostWords.putBack}
            </Button>
            <CopyButton text={words}>{lostWords.copy}</CopyButton>
            <Button look="tertiary" onClick={onLetGo}>
              {lostWords.letGo}
            </Button>
          </>
        }
      >
        {lostWords.safe}
      </MessageCard>
    </div>
  )
}
