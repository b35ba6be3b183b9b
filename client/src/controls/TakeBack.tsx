import { Undo2 } from 'lucide-react'
import { controlWords } from '../words/controls.ts'
import { Button } from './Button.tsx'
import { useSecondsUntil } from './use-seconds-until.ts'
import './take-back.css'

export interface TakeBackProps {
  /** When the step completes, on this device's clock. */
  readonly endsAt: number
  /** "Grades are shown in 4". */
  readonly words: (seconds: number) => string
  readonly onTakeBack?: (() => void) | undefined
}

/** The seconds in which an irreversible step can still be stopped. Without `onTakeBack` it only tells. */
export function TakeBack({ endsAt, words, onTakeBack }: TakeBackProps) {
  const seconds = useSecondsUntil(endsAt)
  return (
    <div className="take-back">
      <span className="t-label t-figures">{words(seconds)}</span>
      {onTakeBack && (
        <Button icon={<Undo2 />} onClick={onTakeBack}>
          {controlWords.notYet}
        </Button>
      )}
    </div>
  )
}
