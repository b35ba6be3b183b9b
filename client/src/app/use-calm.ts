import { useEffect, useState } from 'react'

const REST_MS = 4000
const LOOK_MS = 500

/**
 * Turns true at the first moment in which nobody types, draws or answers a dialog: nothing may come up under
 * hands that are at work.
 */
export function useCalm(): boolean {
  const [calm, setCalm] = useState(false)
  useEffect(() => {
    if (calm) return undefined
    const leaving = new AbortController()
    const { signal } = leaving
    let busy = performance.now()
    const work = () => {
      busy = performance.now()
    }
    for (const type of ['keydown', 'input', 'pointerdown', 'pointerup', 'wheel'] as const)
      addEventListener(type, work, { signal, capture: true, passive: true })
    const look = setInterval(() => {
      if (performance.now() - busy >= REST_MS && document.querySelector('dialog[open]') === null) setCalm(true)
    }, LOOK_MS)
    return () => {
      clearInterval(look)
      leaving.abort()
    }
  }, [calm])
  return calm
}
