import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Tip } from '../controls/Tip.tsx'
import { useActor } from '../model/use-store.ts'
import { inTheBin } from '../words/list.ts'
import { Bin } from './Bin.tsx'
import { useBin } from './use-bin.ts'

/** In the wall's corner, once something was taken off the wall: how much, and the way to put it back. */
export function WallBin() {
  const bin = useBin()
  const { role } = useActor()
  const [open, setOpen] = useState(false)
  if (role === 'observer' || (bin.length === 0 && !open)) return null
  return (
    <>
      <span className="corner-line" />
      <Tip words={inTheBin(bin.length)}>
        <button
          type="button"
          className="wall-bin t-figures"
          aria-label={inTheBin(bin.length)}
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        >
          <Trash2 />
          {bin.length}
        </button>
      </Tip>
      {open && <Bin moments={bin} onClose={() => setOpen(false)} />}
    </>
  )
}
