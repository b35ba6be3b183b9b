import { useEffect, useRef, useState } from 'react'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { formFile } from '../model/form-file.ts'
import type { FormFormat, FormWishes } from '../model/form-formats.ts'
import { useStore } from '../model/use-store.ts'
import { fileWords, undrawnWords } from '../words/files.ts'
import { formWords } from '../words/form.ts'
import { saveFile } from './save-file.ts'

const LATE_MS = 300

/** What went wrong with one kind of file says nothing about another. */
interface Trouble {
  readonly format: FormFormat
  readonly reason: string
}

/** One file at a time: it says so when that takes a while, and lets go of it when asked. */
export function useSaving(token: string, format: FormFormat, wishes: FormWishes) {
  const store = useStore()
  const { say } = useAnnouncer()
  const busy = useRef<AbortController | null>(null)
  const [late, setLate] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [notice, setNotice] = useState<Trouble | null>(null)
  useEffect(() => () => busy.current?.abort(), [])
  const cancel = () => {
    busy.current?.abort()
    busy.current = null
    setLate(false)
  }
  const save = async (blank = false) => {
    if (busy.current !== null) return
    const leaving = new AbortController()
    busy.current = leaving
    setTrouble(null)
    setNotice(null)
    const timer = setTimeout(() => setLate(true), LATE_MS)
    leaving.signal.addEventListener('abort', () => clearTimeout(timer))
    const written = await formFile(store, token, format, { ...wishes, blank }, leaving.signal)
    if (leaving.signal.aborted) return
    cancel()
    if (!written.ok) return setTrouble({ format, reason: written.reason ?? formWords.notWritten })
    saveFile(written.file)
    if (written.undrawn) setNotice({ format, reason: undrawnWords(written.undrawn) })
    return say(fileWords.saved)
  }
  const of = (told: Trouble | null) => (told?.format === format ? told.reason : null)
  return { late, trouble: of(trouble), notice: of(notice), save, cancel }
}

export type Saving = ReturnType<typeof useSaving>
