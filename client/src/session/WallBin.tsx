import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Tip } from '../controls/Tip.tsx'
import { useActor } from '../model/use-store.ts'
import { inTheBin } from '../words/list.ts'
import { Bin } from './Bin.tsx'
import { useBin } from './use-bin.ts'
import { useShapeBin } from './use-shapes.ts'

/** In the wall's corner, once something was taken off the wall: how much, and the way to put it back. */
export function WallBin() {
  const bin = useBin()
  const shapes = useShapeBin()
  const count = bin.length + shapes.length
  const label = inTheBin(bin.length, shapes.length)
  const { role } = useActor()
  const [open, setOpen] = useState(false)
  if (role === 'observer' || (count === 0 && !open)) return null
  return (
    <>
      <span className="corner-line" />
      <Tip words={label}>
        <button
          type="button"
          className="wall-bin t-figures"
          aria-label={label}
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        >
          <Trash2 />
          {count}
        </button>
      </Tip>
      {open && <Bin moments={bin} shapes={shapes} onClose={() => setOpen(false)} />}
    </>
  )
}
