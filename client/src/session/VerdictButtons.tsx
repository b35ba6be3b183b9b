import type { Verdict } from '@momentous/shared/domain/idea'
import { Archive, Check } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { Button } from '../controls/Button.tsx'
import { TextField } from '../controls/TextField.tsx'
import { decideWords } from '../words/decide.ts'
import { usePrimary } from './use-primary.ts'
import './decide-card.css'

const REASON_MAX = 300

export interface VerdictButtonsProps {
  /** Takes the focus: the idea before was judged a moment ago. */
  readonly following: boolean
  readonly onJudge: (verdict: Verdict) => void
}

/** Merit at once; parking asks for a reason and takes none for an answer too. */
export function VerdictButtons({ following, onJudge }: VerdictButtonsProps) {
  const primary = usePrimary()
  const [reason, setReason] = useState<string | null>(null)
  const onPark = (event: FormEvent) => {
    event.preventDefault()
    onJudge({ state: 'parked', reason: (reason ?? '').trim() })
  }
  if (reason === null) {
    return (
      <div className="verdict-buttons">
        <Button look={primary} icon={<Check />} wide autoFocus={following} onClick={() => onJudge({ state: 'merit' })}>
          {decideWords.hasMerit}
        </Button>
        <Button icon={<Archive />} wide onClick={() => setReason('')}>
          {decideWords.parkIt}
        </Button>
      </div>
    )
  }
  return (
    <form className="verdict-park" onSubmit={onPark}>
      <TextField
        label={decideWords.parkReason}
        placeholder={decideWords.parkReasonExample}
        autoFocus
        maxLength={REASON_MAX}
        value={reason}
        onChange={setReason}
        onKeyDown={(event) => event.key === 'Escape' && setReason(null)}
      />
      <div className="verdict-buttons">
        <Button type="submit" look={primary} icon={<Archive />} wide>
          {decideWords.parkIt}
        </Button>
        <Button wide onClick={() => setReason(null)}>
          {decideWords.leave}
        </Button>
      </div>
    </form>
  )
}
