import type { PieceId } from '@momentous/shared/domain/piece'
import { useEffect, useEffectEvent, useReducer } from 'react'
import { sameList } from '../model/watched.ts'
import type { Bench } from '../tools/bench.ts'

/**
 * Renders again when what is selected changes, and once a frame at most when the board does; for the few parts that stand
 * over the canvas. One that stands for some pieces renders for no others.
 */
export function useScene(bench: Bench, pieces?: () => Iterable<PieceId>): void {
  const { scene, selection } = bench
  const [, again] = useReducer((count: number) => count + 1, 0)
  const read = useEffectEvent(() => (pieces ? partsOf(bench, pieces()) : null))
  useEffect(() => {
    let frame = 0
    let known = read()
    const look = () => {
      frame = 0
      const before = known
      known = read()
      if (known === null || before === null || !sameList(before, known)) again()
    }
    const stops = [
      scene.subscribe(() => (frame ||= requestAnimationFrame(look))),
      selection.subscribe(() => {
        known = read()
        again()
      }),
      () => cancelAnimationFrame(frame),
    ]
    return () => stops.forEach((stop) => stop())
  }, [scene, selection])
}

/** The pieces, and what decides about all of them. */
function partsOf({ scene, wall }: Bench, ids: Iterable<PieceId>): readonly unknown[] {
  return [wall.session(), wall.actor(), ...Array.from(ids, (id) => scene.piece(id))]
}
