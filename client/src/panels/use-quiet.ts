import { useEffect, useState } from 'react'

const AFTER_MS = 120_000
const MINUTE_MS = 60_000

/** For how many whole minutes, from two on, `count` has stayed the same while this screen looked; else null. */
export function useQuietMinutes(count: number): number | null {
  const [quiet, setQuiet] = useState<number | null>(null)
  useEffect(() => {
    const since = Date.now()
    const look = () => {
      setQuiet(Math.floor((Date.now() - since) / MINUTE_MS))
      timer = setTimeout(look, MINUTE_MS)
    }
    let timer = setTimeout(look, AFTER_MS)
    return () => {
      clearTimeout(timer)
      setQuiet(null)
    }
  }, [count])
  return quiet
}
