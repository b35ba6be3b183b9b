import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { useActor, useSession } from '../model/use-store.ts'
import { chooseWords } from '../words/choose.ts'
import { finishedCount } from '../words/frame.ts'
import { KeepShortlist } from '../session/KeepShortlist.tsx'
import { NextButton } from '../session/NextButton.tsx'
import { PhasePrompt } from './PhasePrompt.tsx'
import type { WallPromptProps } from './PostPrompt.tsx'
import { ShortlistDialog } from '../session/ShortlistDialog.tsx'
import { useReadiness } from '../session/use-people.ts'
import { useTimeline } from '../session/use-timeline.ts'
import { useVoteNews } from '../session/use-vote-news.ts'
import { resultWords, suggested, voteResult } from '../session/vote-result.ts'

export function ChoosePrompt(props: WallPromptProps) {
  const closed = useSession(({ vote }) => vote.state === 'closed')
  useVoteNews()
  return closed ? <ResultPrompt {...props} /> : <VotePrompt {...props} />
}

function VotePrompt({ look, answering }: WallPromptProps) {
  const { ready, all, everybody } = useReadiness()
  return (
    <PhasePrompt
      count={all > 0 ? finishedCount(ready, all) : null}
      filled={everybody && !answering}
      asksReady={false}
      look={look}
    />
  )
}

/** What stands out after the close, and the facilitator's word on it. */
function ResultPrompt({ look, answering }: WallPromptProps) {
  const vote = useSession((session) => session.vote)
  const shortlist = useSession((session) => session.shortlist)
  const steers = useActor().role === 'facilitator'
  const moments = useTimeline()
  const [choosing, setChoosing] = useState(false)
  if (vote.state !== 'closed') return null
  const result = voteResult(moments, vote, shortlist)
  const chosen = shortlist?.moments ?? suggested(result.suggestion)
  const clear = result.suggestion.state === 'clear'
  const change = (
    <Button
      look={shortlist === null && !clear && !answering ? 'primary' : 'secondary'}
      onClick={() => setChoosing(true)}
    >
      {shortlist === null && !clear ? chooseWords.choose : chooseWords.change}
    </Button>
  )
  return (
    <>
      <PhasePrompt
        {...resultWords(result, vote, shortlist, steers)}
        count={null}
        instead={
          <>
            {change}
            {shortlist !== null && <NextButton filled={!answering} />}
            {shortlist === null && clear && <KeepShortlist moments={chosen} filled={!answering} />}
          </>
        }
        filled={false}
        asksReady={false}
        look={look}
      />
      {choosing && <ShortlistDialog ranked={result.ranked} chosen={chosen} onClose={() => setChoosing(false)} />}
    </>
  )
}
