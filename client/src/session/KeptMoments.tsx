import type { ArgsOf } from '@momentous/shared/commands/commands'
import type { MomentId } from '@momentous/shared/domain/id'
import type { KeptMoment } from '@momentous/shared/domain/session'
import { Inbox } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { Chip } from '../controls/Chip.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { useRuling, useSession, useStore } from '../model/use-store.ts'
import { keptWaiting, postWords } from '../words/post.ts'
import { useAsk } from './use-ask.ts'
import './kept-moments.css'

/** Words that came too late wait here, unsigned, until the facilitator adds them or lets them go. */
export function KeptMoments() {
  const kept = useSession((session) => session.kept)
  const [open, setOpen] = useState(false)
  if (kept.length === 0 && !open) return null
  return (
    <>
      <Chip icon={<Inbox />} onPress={() => setOpen(true)}>
        {keptWaiting(kept.length)}
      </Chip>
      {open && (
        <Dialog title={postWords.keptTitle} onClose={() => setOpen(false)}>
          <p className="t-second">{postWords.keptUnsigned}</p>
          <ul className="kept-moments">
            {kept.map((moment) => (
              <KeptRow key={moment.id} kept={moment} />
            ))}
          </ul>
        </Dialog>
      )}
    </>
  )
}

function KeptRow({ kept }: { readonly kept: KeptMoment }) {
  const store = useStore()
  const ask = useAsk()
  const [id] = useState(() => store.newId<MomentId>())
  const args: ArgsOf<'add-moment'> = { id, text: kept.text, after: 'last' }
  const ruling = useRuling('add-moment', args)
  const drop = () => void ask('drop-kept-moment', { id: kept.id })
  const add = () => {
    const added = store.act('add-moment', args)
    if (added.allowed) drop()
    else store.say(added.reason)
  }
  return (
    <li className="kept-moment">
      <span className="kept-moment-words">{kept.text}</span>
      <Button size="small" refusal={ruling.allowed ? null : ruling.reason} onClick={add}>
        {postWords.keptAdd}
      </Button>
      <Button size="small" look="tertiary" onClick={drop}>
        {postWords.keptDrop}
      </Button>
    </li>
  )
}
