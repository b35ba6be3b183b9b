import { Inbox } from 'lucide-react'
import { Button } from '../controls/Button.tsx'
import { usePeople, useRuling, useStore } from '../model/use-store.ts'
import { facilitatorName } from '../session/people-facts.ts'
import { useAsk } from '../session/use-ask.ts'
import { frameWords } from '../words/frame.ts'
import { listWords } from '../words/list.ts'
import { refusedWords } from '../words/refused.ts'

export interface LateWordsProps {
  /** The words can't go onto the wall by themselves any more. */
  readonly refused: boolean
  readonly text: string
  readonly onClear: () => void
}

/** A moment was half typed when the session moved on: its words can wait for the facilitator, or go. */
export function LateWords({ refused, text, onClear }: LateWordsProps) {
  const store = useStore()
  const ask = useAsk()
  const { people } = usePeople()
  const ruling = useRuling('keep-moment', { id: 'kept-moment', text: text.trim() })
  const name = facilitatorName(people) || frameWords.facilitator
  const keep = async () => {
    const outcome = await ask('keep-moment', { id: store.newId(), text: text.trim() })
    if (!outcome.ok) return
    store.say(refusedWords.keptNow(name))
    onClear()
  }
  return (
    <div className="composer-late">
      <p>{listWords.lateReason}</p>
      {refused && (
        <Button icon={<Inbox />} refusal={ruling.allowed ? null : ruling.reason} onClick={() => void keep()}>
          {refusedWords.keepFor(name)}
        </Button>
      )}
      <Button look="tertiary" onClick={onClear}>
        {listWords.clear}
      </Button>
    </div>
  )
}
