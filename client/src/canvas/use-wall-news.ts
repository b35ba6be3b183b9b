import { useEffect } from 'react'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import type { Bench } from '../tools/bench.ts'
import type { Toolbox } from '../tools/toolbox.ts'
import { canPutHere } from '../tools/put-here.ts'
import { tools } from '../tools/tools.ts'
import { handWords } from '../words/in-hand.ts'

/** A rectangle that is drawn out selects anew with every frame: only what it ends with is told. */
const SETTLED_MS = 500

/** Tells how many pieces are selected, and which tool is in the hand; a single piece is read by its own row, but a drawn line has none. */
export function useWallNews({ selection, desk, wall }: Bench, { held }: Toolbox): void {
  const { say } = useAnnouncer()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let told = selection.pieces().size
    const tell = () => {
      const { size } = selection.pieces()
      const [only] = selection.pieces()
      if (size === 1 && only !== undefined && wall.stroke(only)) say(handWords.line)
      if (size > 1 && size !== told) say(handWords.selected(size))
      told = size
    }
    const stops = [
      selection.subscribe(() => {
        clearTimeout(timer)
        timer = setTimeout(tell, SETTLED_MS)
      }),
      held.subscribe(() => say(handWords.inHand(tools[held.get()].label, canPutHere({ held })))),
      desk.kept.subscribe(() => {
        const { length } = desk.kept.get()
        if (length > 0) say(handWords.kept(length))
      }),
    ]
    return () => {
      clearTimeout(timer)
      stops.forEach((stop) => stop())
    }
  }, [selection, desk, wall, held, say])
}
