import { DOTS_MAX, DOTS_MIN, type Session } from '@momentous/shared/domain/session'
import { Checkbox } from '../controls/Checkbox.tsx'
import { Segmented } from '../controls/Segmented.tsx'
import { TextField } from '../controls/TextField.tsx'
import { chooseWords } from '../words/choose.ts'
import { settingsWords } from '../words/settings.ts'
import './vote-terms.css'

export type Terms = Pick<Session, 'dots' | 'stacking' | 'room'>

export interface VoteTermsProps {
  readonly terms: Terms
  readonly onChange: (terms: Terms) => void
  /** Why they can't be changed now, shown once. */
  readonly refusal: string | null
}

const counts = Array.from({ length: DOTS_MAX - DOTS_MIN + 1 }, (_, at) => String(DOTS_MIN + at))
const ROOM_MAX = 200

/** What a vote goes by. Fixed while it is open. */
export function VoteTerms({ terms, onChange, refusal }: VoteTermsProps) {
  const change = (part: Partial<Terms>) => refusal === null && onChange({ ...terms, ...part })
  return (
    <div className="vote-terms">
      <Segmented
        label={settingsWords.dots}
        segments={counts.map((value) => ({ value, label: value }))}
        value={String(terms.dots)}
        onChange={(dots) => change({ dots: Number(dots) })}
      />
      <Checkbox
        label={settingsWords.stacking}
        checked={terms.stacking}
        onChange={(stacking) => change({ stacking })}
        refusal={refusal}
      />
      <div className="vote-terms-room">
        <TextField
          label={chooseWords.room}
          hint={chooseWords.roomHint}
          inputMode="numeric"
          value={String(terms.room)}
          readOnly={refusal !== null}
          onChange={(room) => change({ room: roomOf(room) })}
        />
      </div>
    </div>
  )
}

function roomOf(typed: string): number {
  return Math.min(ROOM_MAX, Number(typed.replace(/\D/gu, '')))
}
