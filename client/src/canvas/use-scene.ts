import { useEffect, useReducer } from 'react'
import type { Bench } from '../tools/bench.ts'

/** Renders again after every change of the board or of what is selected; for the few parts that stand over the canvas. */
export function useScene({ scene, selection }: Bench): void {
  const [, again] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    const stops = [scene.subscribe(again), selection.subscribe(again)]
    return () => stops.forEach((stop) => stop())
  }, [scene, selection])
}
