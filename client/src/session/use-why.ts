import { useEffect, useRef, useState } from 'react'
import { useSession } from '../model/use-store.ts'
import { useAsk } from './use-ask.ts'

const QUIET_MS = 600

export interface WhyText {
  readonly text: string
  readonly write: (text: string) => void
  /** Sends what is still in the hand. */
  readonly settle: () => void
}

/** The why is the server's: what is typed here travels in pauses, and what a second facilitator types shows here. */
export function useWhy(): WhyText {
  const why = useSession((session) => session.why)
  const ask = useAsk()
  const [draft, setDraft] = useState<string | null>(null)
  const timer = useRef(0)
  const waiting = useRef<string | null>(null)

  const settle = () => {
    clearTimeout(timer.current)
    const wanted = waiting.current
    waiting.current = null
    if (wanted === null) return
    void ask('set-session', { why: wanted }).then(() => waiting.current === null && setDraft(null))
  }
  const write = (text: string) => {
    setDraft(text)
    waiting.current = text
    clearTimeout(timer.current)
    timer.current = window.setTimeout(settle, QUIET_MS)
  }
  // Somebody may press Open, or leave, in the middle of a pause.
  const last = useRef(settle)
  useEffect(() => {
    last.current = settle
  })
  useEffect(() => () => last.current(), [])
  return { text: draft ?? why, write, settle }
}
