import { useEffect, useState } from 'react'

const AFTER_MS = 120_000
const MINUTE_MS = 60_000

/** For how many whole minutes, from two on, `count` has stayed the same while this screen looked; else null. */
export function useQuietMinutes(count: number): number | null {
  const [since, setSince] = useState({ count, at: Date.now() })
  const [now, setNow] = useState(Date.now)
  if (since.count !== count) setSince({ count, at: Date.now() })
  const quiet = now - since.at
  useEffect(() => {
    const wait = quiet < AFTER_MS ? AFTER_MS - Math.max(0, quiet) : MINUTE_MS
    const timer = setTimeout(() => setNow(Date.now()), wait)
    return () => clearTimeout(timer)
  }, [quiet, since])
  return quiet < AFTER_MS ? null : Math.floor(quiet / MINUTE_MS)
}
