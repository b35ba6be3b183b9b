import type { Moment } from '@momentous/shared/domain/moment'
import type { Shape } from '@momentous/shared/domain/shape'
import type { Ruling } from '@momentous/shared/rules/ruling'
import { Undo2 } from 'lucide-react'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { useStore } from '../model/use-store.ts'
import { listWords, restoredNow } from '../words/list.ts'
import { nameOf } from './moment-name.ts'
import { useShapeName } from './use-shape-name.ts'
import './bin.css'

export interface BinProps {
  readonly moments: readonly Moment[]
  readonly shapes?: readonly Shape[]
  readonly onClose: () => void
}

/** Nothing disappears: what was taken off the wall can be put back by whoever may add. */
export function Bin({ moments, shapes = [], onClose }: BinProps) {
  const store = useStore()
  const { say } = useAnnouncer()
  const nameOfShape = useShapeName()
  const told = (ruling: Ruling, name: string) => {
    if (ruling.allowed) say(restoredNow(name))
    else store.say(ruling.reason)
  }
  const restore = (moment: Moment) =>
    told(store.act('remove-moments', { ids: [moment.id], removed: false }), nameOf(moment))
  const restoreShape = (shape: Shape) =>
    told(store.act('remove-shapes', { ids: [shape.id], removed: false }), nameOfShape(shape))
  return (
    <Dialog title={listWords.bin} onClose={onClose}>
      {moments.length + shapes.length === 0 && <p className="t-second">{listWords.binEmpty}</p>}
      <ul className="bin-rows">
        {moments.map((moment) => (
          <li key={moment.id} className="bin-row">
            <span>{nameOf(moment)}</span>
            <Button icon={<Undo2 />} onClick={() => restore(moment)}>
              {listWords.restore}
            </Button>
          </li>
        ))}
        {shapes.map((shape) => (
          <li key={shape.id} className="bin-row">
            <span dir="auto">{nameOfShape(shape)}</span>
            <Button icon={<Undo2 />} onClick={() => restoreShape(shape)}>
              {listWords.restore}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
