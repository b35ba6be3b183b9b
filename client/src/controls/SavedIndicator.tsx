import { Check, CloudOff, Loader, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { savedWords } from '../words/frame.ts'
import { Tip } from './Tip.tsx'
import './saved-indicator.css'

const LATE_MS = 500

export type SavedState =
  | { readonly state: 'saved' }
  | { readonly state: 'saving' }
  | { readonly state: 'offline'; readonly kept: number }
  | { readonly state: 'not-saved' }

/** Only what needs attention has colour; "Saving" shows after half a second. */
export function SavedIndicator({ saved }: { readonly saved: SavedState }) {
  const late = useLate(saved.state === 'saving')
  const shown = saved.state === 'saving' && !late ? 'saved' : saved.state
  const { icon, tip } = looks[shown]
  return (
    <Tip words={tip} side="below" onPress>
      <span className={`saved-indicator saved-indicator-${shown}`}>
        {icon}
        <span>{saved.state === 'offline' ? savedWords.offline(saved.kept) : looks[shown].words}</span>
      </span>
    </Tip>
  )
}

const looks = {
  saved: { icon: <Check />, words: savedWords.saved, tip: savedWords.savedTip },
  saving: { icon: <Loader />, words: savedWords.saving, tip: savedWords.savingTip },
  offline: { icon: <CloudOff />, words: '', tip: savedWords.offlineTip },
  'not-saved': { icon: <TriangleAlert />, words: savedWords.notSaved, tip: savedWords.notSavedTip },
}

function useLate(waiting: boolean): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!waiting) return undefined
    const timer = setTimeout(() => setLate(true), LATE_MS)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [waiting])
  return late
}
