import { Undo2 } from 'lucide-react'
import { useCallback, useSyncExternalStore } from 'react'
import { Button } from '../controls/Button.tsx'
import type { Bench } from '../tools/bench.ts'
import { wallWords } from '../words/canvas.ts'
import { everySoOften } from './every-so-often.ts'
import './back-to-timeline.css'

/** Nobody is ever lost: while nothing of the board is in sight, the way back is. */
export function BackToTimeline({ bench }: { readonly bench: Bench }) {
  const lost = useLost(bench)
  if (!lost) return null
  const back = () => {
    const bounds = bench.scene.bounds()
    if (bounds) bench.camera.fit(bounds)
  }
  return (
    <div className="back-to-timeline">
      <Button icon={<Undo2 />} onClick={back}>
        {wallWords.backToTimeline}
      </Button>
    </div>
  )
}

function useLost({ scene, camera, desk }: Bench): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [camera.subscribe(listener), everySoOften({ scene }, listener)]
      return () => stops.forEach((stop) => stop())
    },
    [camera, scene],
  )
  return useSyncExternalStore(subscribe, () => {
    return desk.looked.get() && scene.isBare(camera.visible()) && scene.bounds() !== null
  })
}
