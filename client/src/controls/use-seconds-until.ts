import { useEffect, useState } from 'react'

/** Whole seconds until a moment on this device's clock, counting down to zero. */
export function useSecondsUntil(endsAt: number): number {
  const [now, setNow] = useState(Date.now)
  const left = Math.max(0, endsAt - now)
  useEffect(() => {
    if (left === 0) return undefined
    // Wakes just after the figure changes, so a late timer never skips one.
    const timer = setTimeout(() => setNow(Date.now()), left % 1000 || 1000)
    return () => clearTimeout(timer)
  }, [left])
  return Math.ceil(left / 1000)
}
