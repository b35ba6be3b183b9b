import { Check } from 'lucide-react'
import { Button, type ButtonLook } from '../controls/Button.tsx'
import { useRuling } from '../model/use-store.ts'
import { useAsk } from './use-ask.ts'
import { useOwnReady } from './use-people.ts'

export interface ReadyButtonProps {
  /** What it says while this person is not ready: "I’m ready", "I’m finished". */
  readonly words: string
  /** What it says afterwards, to take it back. */
  readonly backWords: string
  readonly look?: ButtonLook
}

/** One tick a person, forgotten at the next phase. */
export function ReadyButton({ words, backWords, look = 'secondary' }: ReadyButtonProps) {
  const ask = useAsk()
  const ready = useOwnReady()
  const ruling = useRuling('be-ready', { ready: !ready })
  return (
    <Button
      look={ready ? 'secondary' : look}
      icon={ready ? <Check /> : undefined}
      aria-pressed={words === backWords ? ready : undefined}
      refusal={ruling.allowed ? null : ruling.reason}
      onClick={() => void ask('be-ready', { ready: !ready })}
    >
      {ready ? backWords : words}
    </Button>
  )
}
