import { LocateFixed } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from '../controls/Button.tsx'
import { MessageCard } from '../controls/MessageCard.tsx'
import { broughtWords } from '../words/following.ts'
import { broughtBy } from '../words/frame.ts'
import { capital } from '../words/number.ts'

const SHOWN_MS = 12_000

export interface BroughtCardProps {
  /** Who asked everybody to look. */
  readonly name: string
  /** Back to where this person was; null when there is no way back. */
  readonly onBack: (() => void) | null
  /** There was something in this person’s hand, so nothing has moved yet. */
  readonly onGo: (() => void) | null
  readonly onDone: () => void
}

/** "Marian brought everyone here", with the way back; it goes by itself. What is said aloud is said elsewhere. */
export function BroughtCard({ name, onBack, onGo, onDone }: BroughtCardProps) {
  useEffect(() => {
    const timer = setTimeout(onDone, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [onDone])
  const then = (act: () => void) => () => {
    act()
    onDone()
  }
  const actions = (
    <>
      {onGo && <Button onClick={then(onGo)}>{broughtWords.go}</Button>}
      {onGo && (
        <Button look="tertiary" onClick={onDone}>
          {broughtWords.stay}
        </Button>
      )}
      {onBack && <Button onClick={then(onBack)}>{broughtWords.back}</Button>}
    </>
  )
  return (
    <div role="region" aria-label={broughtWords.region}>
      <MessageCard
        slim
        icon={<LocateFixed />}
        title={capital(onGo ? broughtWords.asks(name) : broughtBy(name))}
        actions={onGo || onBack ? actions : undefined}
      />
    </div>
  )
}
