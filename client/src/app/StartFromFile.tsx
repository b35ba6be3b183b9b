import { useState } from 'react'
import type { NewBoard } from '../model/api.ts'
import { boardFromFile } from '../model/board-file.ts'
import { DropFile } from '../session/DropFile.tsx'
import { startFileWords } from '../words/start-file.ts'

export interface StartFromFileProps {
  readonly onCreated: (board: NewBoard, title: string) => void
}

/** A board that was saved as a file becomes a new one, with links of its own. */
export function StartFromFile({ onCreated }: StartFromFileProps) {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const open = async (file: File) => {
    setBusy(true)
    setTrouble(null)
    const made = await boardFromFile(file)
    setBusy(false)
    if (made.ok) return onCreated(made.value, made.value.title)
    return setTrouble(made.reason)
  }
  return (
    <div className="start-from-file">
      <DropFile
        label={busy ? startFileWords.reading : startFileWords.start}
        drop={startFileWords.drop}
        dropNow={startFileWords.dropNow}
        accept=".json,.html"
        busy={busy}
        onFile={(file) => void open(file)}
      />
      {trouble !== null && (
        <p className="field-trouble" role="alert">
          {trouble}
        </p>
      )}
    </div>
  )
}
