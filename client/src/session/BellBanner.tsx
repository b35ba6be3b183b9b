import { BellRing } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { MessageCard } from '../controls/MessageCard.tsx'
import { useStore } from '../model/use-store.ts'
import { ideasWords } from '../words/ideas.ts'
import './bell-banner.css'

const SHOWN_MS = 5000

/** The bell, for everybody, five seconds, unsigned. */
export function BellBanner() {
  const store = useStore()
  const { sayNow } = useAnnouncer()
  const [rings, setRings] = useState(false)
  const timer = useRef(0)
  useEffect(() => {
    const stop = store.hear('bell', () => {
      sayNow(ideasWords.bell)
      setRings(true)
      clearTimeout(timer.current)
      timer.current = window.setTimeout(() => setRings(false), SHOWN_MS)
    })
    return () => {
      stop()
      clearTimeout(timer.current)
    }
  }, [store, sayNow])
  if (!rings) return null
  return (
    <div className="bell-banner">
      <MessageCard title={ideasWords.bell} icon={<BellRing />} look="ink">
        {ideasWords.bellMore}
      </MessageCard>
    </div>
  )
}
