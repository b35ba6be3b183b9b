import { ImageDown } from 'lucide-react'
import { MenuRow } from '../controls/MenuRow.tsx'
import type { Bench } from '../tools/bench.ts'
import { frameWords } from '../words/frame.ts'

/** The way to a picture of what is selected, or of what is seen: the dialog asks for the rest. */
export function PictureRow({ bench, onDone }: { readonly bench: Bench; readonly onDone: () => void }) {
  const open = () => {
    onDone()
    bench.desk.picturing.set(true)
  }
  return <MenuRow choice={{ label: frameWords.savePicture, icon: <ImageDown />, onChoose: open }} onChoose={open} />
}
