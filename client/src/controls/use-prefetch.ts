import { useEffect } from 'react'
import { whenIdle } from '../model/idle.ts'

/** What is on the screen comes first, with all that it asks for in its turn. */
const AFTER_MS = 1500

/** Fetches parts ahead of need, once the page has nothing else to do. Give it a list that stays the same. */
export function usePrefetch(parts: readonly { readonly fetch: () => void }[]): void {
  useEffect(() => {
    let stop = () => {}
    const timer = setTimeout(() => {
      stop = whenIdle(() => {
        for (const part of parts) part.fetch()
      })
    }, AFTER_MS)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [parts])
}
