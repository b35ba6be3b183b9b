import { Upload } from 'lucide-react'
import { useRef, useState, type DragEvent } from 'react'
import { Button } from '../controls/Button.tsx'
import './drop-file.css'

export interface DropFileProps {
  readonly label: string
  /** Beside the button, where something can be dropped. */
  readonly drop: string
  /** While a file hangs over it. */
  readonly dropNow: string
  readonly accept: string
  readonly busy: boolean
  readonly onFile: (file: File) => void
}

/** A place for one file: pressed, it opens the device's own list; a file may be dropped there as well. */
export function DropFile({ label, drop, dropNow, accept, busy, onFile }: DropFileProps) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (file: File | undefined) => {
    if (file !== undefined && !busy) onFile(file)
    if (input.current) input.current.value = ''
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  return (
    <div
      className="drop-file"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={label}
        onChange={(event) => take(event.target.files?.[0])}
      />
      <Button icon={<Upload />} aria-busy={busy} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <span className="drop-file-words t-small t-second">{over ? dropNow : drop}</span>
    </div>
  )
}
