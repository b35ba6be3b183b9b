import { useEffect, useState } from 'react'
import { whenIdle } from '../model/idle.ts'

/** True once this part of the page stands there and the browser has nothing else to do. */
export function useSettled(): boolean {
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    let stop = () => {}
    const frame = requestAnimationFrame(() => {
      stop = whenIdle(() => setSettled(true))
    })
    return () => {
      cancelAnimationFrame(frame)
      stop()
    }
  }, [])
  return settled
}
