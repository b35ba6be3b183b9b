import { useEffect, useRef, useState } from 'react'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { useStore } from '../model/use-store.ts'
import { saveFile } from '../session/save-file.ts'
import { pictureFileWords as words } from '../words/pictures.ts'
import { copyPicture } from './copy-picture.ts'
import { writePicture, type PictureWish } from './picture-file.ts'

/** What takes no longer than this needs no bar. */
const LATE_MS = 300

export interface PictureSaving {
  /** From 0 to 1. */
  readonly share: number
  readonly late: boolean
  readonly trouble: string | null
  stop(): void
  save(): Promise<void>
  copy(): Promise<void>
}

/** Writes the picture that is wished for, one at a time; leaving the dialog stops it. */
export function usePictureSaving(token: string, wish: PictureWish): PictureSaving {
  const store = useStore()
  const { say } = useAnnouncer()
  const [share, setShare] = useState(0)
  const [late, setLate] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const work = async (deed: (signal: AbortSignal) => Promise<string | null>) => {
    if (running.current !== null) return
    const stopping = new AbortController()
    running.current = stopping
    setTrouble(null)
    setShare(0)
    const timer = setTimeout(() => setLate(true), LATE_MS)
    const refusal = await deed(stopping.signal)
    clearTimeout(timer)
    running.current = null
    setLate(false)
    if (refusal !== null) setTrouble(refusal)
  }
  const save = (signal: AbortSignal) =>
    writePicture(store, token, wish, { signal, onProgress: setShare }).then((written) => {
      if (written.state === 'stopped') return words.stopped
      if (written.state === 'refused') return written.reason
      saveFile(written.file)
      say(words.saved)
      return null
    })
  const copy = async (signal: AbortSignal) => {
    const copied = await copyPicture(() => writePicture(store, token, wish, { signal, onProgress: setShare }))
    if (copied) say(words.copied)
    return copied ? null : words.notCopied
  }
  return { share, late, trouble, stop: () => running.current?.abort(), save: () => work(save), copy: () => work(copy) }
}
