import { useEffect, useState } from 'react'
import { whenIdle } from '../model/idle.ts'

/** What stands beside it may still be on its way. */
const AFTER_MS = 600

/** True once this part of the page stands there and the browser has nothing else to do. */
export function useSettled(): boolean {
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    let stop = () => {}
    const timer = setTimeout(() => {
      stop = whenIdle(() => setSettled(true))
    }, AFTER_MS)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [])
  return settled
}
