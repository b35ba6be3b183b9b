import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { useSession, useStore } from '../model/use-store.ts'
import { steeringWords } from '../words/steering.ts'
import { useAsk } from './use-ask.ts'
import { VoteTerms, type Terms } from './VoteTerms.tsx'
import './dialog-form.css'

/** A new round is started on purpose, with the dots that it goes by. */
export function NewRoundDialog({ onClose }: { readonly onClose: () => void }) {
  const { session } = useStore()
  const ask = useAsk()
  const open = useSession(({ vote }) => vote.state === 'open')
  const [terms, setTerms] = useState<Terms>(() => {
    const { dots, stacking, room } = session.get()
    return { dots, stacking, room }
  })
  const start = async () => {
    const settled = await ask('set-session', { ...terms })
    if (!settled.ok) return
    const begun = await ask('open-vote', {})
    if (begun.ok) onClose()
  }
  return (
    <Dialog
      title={steeringWords.newRoundTitle}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{steeringWords.keepRound}</Button>
          <Button look="primary" refusal={open ? steeringWords.alreadyOpen : null} onClick={() => void start()}>
            {steeringWords.newRoundDo}
          </Button>
        </>
      }
    >
      <div className="dialog-form">
        <p className="t-second">{steeringWords.newRoundWords}</p>
        <VoteTerms terms={terms} onChange={setTerms} refusal={null} />
      </div>
    </Dialog>
  )
}
