import { useEffect, useState } from 'react'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import type { Remark } from '../model/board-store.ts'
import { useRemark } from '../model/use-store.ts'
import './remark-card.css'

const SHOWN_MS = 6000

/** One sentence that answers what this person just did. It goes by itself; whoever listens hears it at once. */
export function RemarkCard() {
  const remark = useRemark()
  const { sayNow } = useAnnouncer()
  const [gone, setGone] = useState<Remark | null>(remark)
  useEffect(() => {
    if (remark === null) return undefined
    sayNow(remark.sentence)
    const timer = setTimeout(() => setGone(remark), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [remark, sayNow])
  if (remark === null || remark === gone) return null
  return (
    <p className="remark-card" aria-hidden="true">
      {remark.sentence}
    </p>
  )
}
