import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, type LucideIcon } from 'lucide-react'
import { useEffect, useMemo, useSyncExternalStore, type CSSProperties } from 'react'
import type { Camera } from '../model/camera.ts'
import { useCell } from '../model/use-cell.ts'
import type { Bench } from '../tools/bench.ts'
import { pointAt, type Side } from '../tools/edge-spot.ts'
import { createNewcomers, type Unseen } from '../tools/newcomers.ts'
import { edgeWords } from '../words/following.ts'
import './edge-news.css'

const icons: Readonly<Record<Side, LucideIcon>> = {
  left: ArrowLeft,
  right: ArrowRight,
  above: ArrowUp,
  below: ArrowDown,
}

/** What others added where one doesn't look: how much, at the edge beyond which it lies; a press goes there. */
export function EdgeNews({ bench }: { readonly bench: Bench }) {
  const { camera } = bench
  const newcomers = useMemo(() => createNewcomers(bench), [bench])
  useEffect(() => newcomers.watch(), [newcomers])
  const unseen = useCell(newcomers.unseen)
  return unseen.map(({ around, ...news }) => (
    <EdgeChip key={news.side} {...news} camera={camera} onGo={() => camera.reveal(around)} />
  ))
}

interface EdgeChipProps extends Omit<Unseen, 'around'> {
  readonly camera: Camera
  readonly onGo: () => void
}

function EdgeChip({ camera, side, count, spot, onGo }: EdgeChipProps) {
  const Icon = icons[side]
  // Told as words: the place of the controls changes without the camera, and with it only rarely.
  const place = useSyncExternalStore(camera.subscribe, () => {
    const { x, y } = pointAt(side, spot, camera.free())
    return `${x} ${y}`
  })
  const [left = 0, top = 0] = place.split(' ').map(Number)
  const style: CSSProperties = { left, top }
  return (
    <button type="button" className={`edge-news edge-news-${side}`} style={style} onClick={onGo}>
      <Icon aria-hidden />
      <span>{edgeWords.more(count, side)}</span>
    </button>
  )
}
