import { useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { lazyPart } from '../controls/lazy-part.ts'
import { PartPlace } from '../controls/PartPlace.tsx'
import { browserClock } from '../model/camera.ts'
import type { Size } from '@momentous/shared/scene/geometry'
import { useCell } from '../model/use-cell.ts'
import type { Bench } from '../tools/bench.ts'
import { doAgain, type Held } from '../tools/held.ts'
import { holdKeys } from '../tools/held-keys.ts'
import { holdPointer } from '../tools/held-pointer.ts'
import type { Toolbox } from '../tools/toolbox.ts'
import { tools } from '../tools/tools.ts'
import { listenToWheel } from '../tools/wheel.ts'
import { wallWords } from '../words/canvas.ts'
import { FirstPicture } from './FirstPicture.tsx'
import { mirrorId } from './mirror-id.ts'
import { keepLook, lookFirst } from './first-look.ts'
import { createWallView } from './wall-view.ts'
import './board-stage.css'

// The wall is painted before these are asked for.
const PaintedStage = lazyPart(async () => (await import('./PaintedStage.tsx')).PaintedStage)
// Without the stage hands would move what nobody sees move: what lacks is said once, and here, for the wall itself is hidden
// from those who listen, and keeps every press.
const OverWall = lazyPart(async () => {
  const [{ OverWall: part }] = await Promise.all([import('./OverWall.tsx'), import('./PaintedStage.tsx')])
  return part
})

export interface BoardStageProps {
  readonly bench: Bench
  readonly toolbox: Toolbox
}

/** The wall, with everything that lies on it or over it. */
export function BoardStage({ bench, toolbox }: BoardStageProps) {
  const wall = useRef<HTMLDivElement>(null)
  const view = useMemo(() => createWallView(bench, browserClock()), [bench])
  const size = useSize(wall)
  const [painted, setPainted] = useState(false)
  const [staged, setStaged] = useState(false)
  const [mirrored, setMirrored] = useState(false)
  const over = useCell(bench.live.cursor)
  const { cursor } = tools[useCell(toolbox.inHand)]

  useFirstLook(bench, size)
  const held = useHeld(wall)
  const takeHands = () => {
    setMirrored(true)
    doAgain(held.current)
  }
  useEffect(() => {
    const leaving = new AbortController()
    if (wall.current) listenToWheel(wall.current, bench.camera, leaving.signal)
    return () => leaving.abort()
  }, [bench])

  return (
    <div className="wall-frame">
      <div
        ref={wall}
        id="wall"
        className="wall"
        style={{ cursor: over ?? cursor }}
        tabIndex={0}
        role="application"
        aria-label={wallWords.wall}
        aria-description={wallWords.keys}
        // Not before it is there.
        aria-owns={mirrored ? mirrorId : undefined}
      >
        {/* What is painted is told by the mirror. */}
        <div aria-hidden="true">
          {size && !staged && <FirstPicture bench={bench} view={view} size={size} onPainted={() => setPainted(true)} />}
          {size && painted && (
            <PartPlace silent>
              <PaintedStage bench={bench} view={view} size={size} onStaged={() => setStaged(true)} />
            </PartPlace>
          )}
        </div>
      </div>
      {painted && (
        <PartPlace over until={null}>
          <OverWall bench={bench} toolbox={toolbox} wall={wall} onHands={takeHands} />
        </PartPlace>
      )}
    </div>
  )
}

/** What hands and keys do comes after the first picture. */
function useHeld(wall: RefObject<HTMLElement | null>): RefObject<readonly Held[]> {
  const held = useRef<readonly Held[]>([])
  useEffect(() => {
    if (!wall.current) return undefined
    const holding = [holdPointer(wall.current), holdKeys()]
    held.current = holding
    return () => holding.forEach((each) => each.drop())
  }, [wall])
  return held
}

function useSize(element: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  // Before the first frame, so that the wall is in it.
  useLayoutEffect(() => {
    if (!element.current) return undefined
    const take = ({ width: w, height: h }: DOMRectReadOnly) => {
      if (w > 0 && h > 0) setSize((now) => (now?.w === w && now.h === h ? now : { w, h }))
    }
    take(element.current.getBoundingClientRect())
    const watch = new ResizeObserver(([entry]) => entry && take(entry.contentRect))
    watch.observe(element.current)
    return () => watch.disconnect()
  }, [element])
  return size
}

/** Before anything is painted. */
function useFirstLook(bench: Bench, size: Size | null): void {
  useLayoutEffect(() => {
    if (size) bench.camera.resize(size)
  }, [bench, size])
  const ready = size !== null
  useLayoutEffect(() => {
    if (!ready) return undefined
    const stops = [lookFirst(bench), keepLook(bench)]
    return () => stops.forEach((stop) => stop())
  }, [bench, ready])
}
