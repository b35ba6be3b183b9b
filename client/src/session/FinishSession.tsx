import { Flag } from 'lucide-react'
import { Button } from '../controls/Button.tsx'
import { HoldButton } from '../controls/HoldButton.tsx'
import { useRuling, useSession } from '../model/use-store.ts'
import { finishWords } from '../words/finish.ts'
import { FinishedChip } from './FinishedChip.tsx'
import { useAsk } from './use-ask.ts'

/** The last step: the form may go out with it, so it is held for a second; and the way back. */
export function FinishSession() {
  const ask = useAsk()
  const isFinished = useSession((session) => session.finished !== null)
  const ruling = useRuling('finish-session', { finished: !isFinished })
  const refusal = ruling.allowed ? null : ruling.reason
  const set = (finished: boolean) => void ask('finish-session', { finished })
  if (isFinished) {
    return (
      <>
        <FinishedChip />
        <Button refusal={refusal} onClick={() => set(false)}>
          {finishWords.openShort}
        </Button>
      </>
    )
  }
  return (
    <HoldButton iconAfter={<Flag />} refusal={refusal} onDone={() => set(true)}>
      {finishWords.hold}
    </HoldButton>
  )
}
