import type { Moment } from '@momentous/shared/domain/moment'
import { Undo2 } from 'lucide-react'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { useStore } from '../model/use-store.ts'
import { listWords, restoredNow } from '../words/list.ts'
import { nameOf } from './moment-name.ts'
import './bin.css'

export interface BinProps {
  readonly moments: readonly Moment[]
  readonly onClose: () => void
}

/** Nothing disappears: what was taken off the wall can be put back by whoever may add. */
export function Bin({ moments, onClose }: BinProps) {
  const store = useStore()
  const { say } = useAnnouncer()
  const restore = (moment: Moment) => {
    const ruling = store.act('remove-moments', { ids: [moment.id], removed: false })
    if (ruling.allowed) say(restoredNow(nameOf(moment)))
    else store.say(ruling.reason)
  }
  return (
    <Dialog title={listWords.bin} onClose={onClose}>
      {moments.length === 0 && <p className="t-second">{listWords.binEmpty}</p>}
      <ul className="bin-rows">
        {moments.map((moment) => (
          <li key={moment.id} className="bin-row">
            <span>{nameOf(moment)}</span>
            <Button icon={<Undo2 />} onClick={() => restore(moment)}>
              {listWords.restore}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
