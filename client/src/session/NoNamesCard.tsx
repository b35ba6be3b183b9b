import { Shield, UserRound } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { MessageCard } from '../controls/MessageCard.tsx'
import { TextButton } from '../controls/TextButton.tsx'
import { useSession } from '../model/use-store.ts'
import { ideasWords } from '../words/ideas.ts'
import { useFew } from './use-steerer.ts'
import './no-names-card.css'

/** What anybody can learn about who wrote an idea: nothing, and why that can be trusted. */
export function NoNamesCard() {
  const anonymous = useSession((session) => session.anonymous)
  const few = useFew()
  const [open, setOpen] = useState(false)
  if (!anonymous) return <MessageCard title={ideasWords.named} icon={<UserRound />} look="soft" />
  return (
    <div className="no-names">
      <MessageCard
        title={ideasWords.noNames}
        icon={<Shield />}
        look="soft"
        actions={<TextButton onClick={() => setOpen(true)}>{ideasWords.whatOthersSee}</TextButton>}
      >
        <p>{ideasWords.noNamesMore}</p>
        {few && <p className="no-names-few">{ideasWords.few}</p>}
      </MessageCard>
      {open && <OthersSeeDialog onClose={() => setOpen(false)} />}
    </div>
  )
}

function OthersSeeDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      title={ideasWords.whatOthersSee}
      size="small"
      onClose={onClose}
      foot={
        <Button look="primary" onClick={onClose}>
          {ideasWords.understood}
        </Button>
      }
    >
      <div className="no-names-sees">
        <p className="t-second">{ideasWords.whatOthersSeeMore}</p>
        <h3 className="t-label">{ideasWords.leaves}</h3>
        <ul className="no-names-list">
          <li>{ideasWords.leavesWords}</li>
          <li>{ideasWords.leavesMoment}</li>
          <li>
            {ideasWords.leavesNumber}
            <span className="t-small t-third">{ideasWords.leavesNumberWhy}</span>
          </li>
        </ul>
        <h3 className="t-label">{ideasWords.stays}</h3>
        <p>{ideasWords.staysList}</p>
      </div>
    </Dialog>
  )
}
