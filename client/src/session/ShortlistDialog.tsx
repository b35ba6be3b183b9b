import type { MomentId } from '@momentous/shared/domain/id'
import { SHORTLIST_MIN } from '@momentous/shared/domain/session'
import type { Ranked } from '@momentous/shared/priorities/rank'
import { shortlistFault } from '@momentous/shared/priorities/shortlist'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { Checkbox } from '../controls/Checkbox.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { DotPill } from '../controls/DotPill.tsx'
import { TextField } from '../controls/TextField.tsx'
import { useSession } from '../model/use-store.ts'
import { chooseWords, keepThese } from '../words/choose.ts'
import { useAsk } from './use-ask.ts'
import { nameOf } from './moment-name.ts'
import { useTimeline } from './use-timeline.ts'
import './dialog-form.css'
import './shortlist-dialog.css'

export interface ShortlistDialogProps {
  readonly ranked: readonly Ranked[]
  readonly chosen: readonly MomentId[]
  readonly onClose: () => void
}

/** The facilitator's own hand on the list: three to five, fewer with a reason, more not at all. */
export function ShortlistDialog({ ranked, chosen, onClose }: ShortlistDialogProps) {
  const ask = useAsk()
  const kept = useSession(({ shortlist }) => shortlist?.reason ?? '')
  const [picked, setPicked] = useState<ReadonlySet<MomentId>>(() => new Set(chosen))
  const [reason, setReason] = useState(kept)
  const fault = shortlistFault(picked.size, reason)
  const settle = async () => {
    const outcome = await ask('settle-shortlist', {
      moments: [...picked],
      reason: picked.size < SHORTLIST_MIN ? reason : '',
    })
    if (outcome.ok) onClose()
  }
  const toggle = (id: MomentId) => setPicked((before) => toggled(before, id))
  return (
    <Dialog
      title={chooseWords.pickTitle}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{chooseWords.leave}</Button>
          <Button look="primary" refusal={fault} onClick={() => void settle()}>
            {picked.size === 0 ? chooseWords.settle : keepThese(picked.size)}
          </Button>
        </>
      }
    >
      <div className="dialog-form">
        <ShortlistRows ranked={ranked} picked={picked} onToggle={toggle} />
        <p className={fault === null ? 'shortlist-fault' : 'shortlist-fault shortlist-fault-warn'} role="status">
          {fault}
        </p>
        {picked.size > 0 && picked.size < SHORTLIST_MIN && (
          <TextField label={chooseWords.reason} value={reason} onChange={setReason} maxLength={500} />
        )}
      </div>
    </Dialog>
  )
}

function toggled(before: ReadonlySet<MomentId>, id: MomentId): ReadonlySet<MomentId> {
  const next = new Set(before)
  if (!next.delete(id)) next.add(id)
  return next
}

interface ShortlistRowsProps {
  readonly ranked: readonly Ranked[]
  readonly picked: ReadonlySet<MomentId>
  readonly onToggle: (id: MomentId) => void
}

/** Those with dots by place, then the others as they lie on the line. */
function ShortlistRows({ ranked, picked, onToggle }: ShortlistRowsProps) {
  const moments = useTimeline()
  const ticked = new Set(ranked.map(({ moment }) => moment.id))
  const rows = [
    ...ranked.map(({ moment, ticks }) => ({ moment, ticks })),
    ...moments.filter(({ id }) => !ticked.has(id)).map((moment) => ({ moment, ticks: 0 })),
  ]
  return (
    <ul className="shortlist-rows">
      {rows.map(({ moment, ticks }) => (
        <li key={moment.id} className="shortlist-row">
          <Checkbox label={nameOf(moment)} checked={picked.has(moment.id)} onChange={() => onToggle(moment.id)} />
          <DotPill count={ticks} strong={picked.has(moment.id)} />
        </li>
      ))}
    </ul>
  )
}
