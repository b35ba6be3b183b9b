import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Size } from '@momentous/shared/scene/geometry'
import type { Bench } from '../tools/bench.ts'
import { keepPainted } from './first-picture.ts'
import type { WallView } from './wall-view.ts'

interface FirstPictureProps {
  readonly bench: Bench
  readonly view: WallView
  readonly size: Size
  /** All that lies in sight is painted. */
  readonly onPainted: () => void
}

/** The wall at rest, as the stage will show it: there before the stage's code is. */
export function FirstPicture({ bench, view, size, onPainted }: FirstPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const painted = useRef(onPainted)
  useLayoutEffect(() => {
    painted.current = onPainted
  })
  useEffect(() => {
    const element = canvas.current
    return element ? keepPainted(element, size, { bench, view, onPainted: () => painted.current() }) : undefined
  }, [bench, view, size])
  return <canvas ref={canvas} className="first-picture" />
}
