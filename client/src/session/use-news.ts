import { useEffect, useRef } from 'react'
import { useAnnouncer } from '../controls/LiveRegion.tsx'

/** Tells of what came since this was first shown, joined and counted: an anonymous phase never says who. */
export function useNews(kind: string, count: number, words: (more: number) => string): void {
  const { say } = useAnnouncer()
  const told = useRef(count)
  useEffect(() => {
    const more = count - told.current
    told.current = count
    if (more > 0) say({ kind, count: more, words })
  }, [kind, count, words, say])
}
