import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { useOffered, useSession } from '../model/use-store.ts'
import { KeepShortlist } from '../session/KeepShortlist.tsx'
import { NextButton } from '../session/NextButton.tsx'
import { ShortlistDialog } from '../session/ShortlistDialog.tsx'
import { useTimeline } from '../session/use-timeline.ts'
import { suggested, voteResult } from '../session/vote-result.ts'
import { chooseWords } from '../words/choose.ts'
import { SteeringRow } from './SteeringRow.tsx'

/** The vote is closed: the facilitator keeps what stands out, or chooses by hand. */
export function ShortlistSteering() {
  const vote = useSession((session) => session.vote)
  const shortlist = useSession((session) => session.shortlist)
  const answering = useOffered().length > 0
  const line = useTimeline()
  const [choosing, setChoosing] = useState(false)
  if (vote.state !== 'closed') return null
  const result = voteResult(line, vote, shortlist)
  const chosen = shortlist?.moments ?? suggested(result.suggestion)
  const clear = result.suggestion.state === 'clear'
  const byHand = shortlist === null && !clear
  return (
    <>
      <SteeringRow
        count={null}
        filled={false}
        instead={
          <>
            <Button look={byHand && !answering ? 'primary' : 'secondary'} onClick={() => setChoosing(true)}>
              {byHand ? chooseWords.choose : chooseWords.change}
            </Button>
            {shortlist !== null && <NextButton filled={!answering} />}
            {shortlist === null && clear && <KeepShortlist moments={chosen} filled={!answering} />}
          </>
        }
      />
      {choosing && <ShortlistDialog ranked={result.ranked} chosen={chosen} onClose={() => setChoosing(false)} />}
    </>
  )
}
