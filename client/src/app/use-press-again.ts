import { useEffect, useState } from 'react'

const WITHIN_MS = 4000

export interface PressAgain {
  /** What waits to be pressed once more; null when nothing does. */
  readonly name: string | null
  /** True for the first press, which only asks; false for the second one in time. */
  asks(name: string): boolean
}

/** What can't be taken back is pressed twice, the second time within four seconds. */
export function usePressAgain(): PressAgain {
  const [name, setName] = useState<string | null>(null)
  useEffect(() => {
    if (name === null) return undefined
    const timer = setTimeout(() => setName(null), WITHIN_MS)
    return () => clearTimeout(timer)
  }, [name])
  return {
    name,
    asks(pressed) {
      setName(pressed)
      return name !== pressed
    },
  }
}
