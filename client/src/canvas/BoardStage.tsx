import { useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { lazyPart } from '../controls/lazy-part.ts'
import { PartPlace } from '../controls/PartPlace.tsx'
import { useSettled } from '../controls/use-settled.ts'
import { browserClock } from '../model/camera.ts'
import type { Size } from '../model/geometry.ts'
import { useCell } from '../model/use-cell.ts'
import type { Bench } from '../tools/bench.ts'
import { listenForMenu } from '../tools/ask-for-menu.ts'
import { listenForImages } from '../tools/images.ts'
import { listenForLinks } from '../tools/open-link.ts'
import { listenToKeyboard } from '../tools/keyboard.ts'
import { listenToPointer } from '../tools/pointer.ts'
import type { Toolbox } from '../tools/toolbox.ts'
import { tools } from '../tools/tools.ts'
import { wallWords } from '../words/canvas.ts'
import { BackToTimeline } from './BackToTimeline.tsx'
import { EdgeNews } from './EdgeNews.tsx'
import { FollowingFrame } from './FollowingFrame.tsx'
import { NoteEditor } from './NoteEditor.tsx'
import { PaintedStage } from './PaintedStage.tsx'
import { QuickActions } from './QuickActions.tsx'
import { SeveralActions } from './SeveralActions.tsx'
import { ShapeActions } from './ShapeActions.tsx'
import { ShapeEditor } from './ShapeEditor.tsx'
import { StageEditor } from './StageEditor.tsx'
import { WallMirror, mirrorId } from './WallMirror.tsx'
import { keepLook, lookFirst } from './first-look.ts'
import { createWallView } from './wall-view.ts'
import './board-stage.css'

const NoteMenu = lazyPart(async () => (await import('./NoteMenu.tsx')).NoteMenu)

export interface BoardStageProps {
  readonly bench: Bench
  readonly toolbox: Toolbox
}

/** The wall, with everything that lies on it or over it. */
export function BoardStage({ bench, toolbox }: BoardStageProps) {
  const wall = useRef<HTMLDivElement>(null)
  const view = useMemo(() => createWallView(bench, browserClock()), [bench])
  const size = useSize(wall)
  const menu = useCell(bench.desk.menu)
  const over = useCell(bench.live.cursor)
  const { cursor } = tools[useCell(toolbox.inHand)]

  const settled = useSettled()
  useEffect(() => {
    if (settled) NoteMenu.fetch()
  }, [settled])
  useFirstLook(bench, size)
  useEffect(() => {
    const element = wall.current
    if (!element) return undefined
    const stops = [listenToPointer, listenToKeyboard, listenForMenu, listenForImages, listenForLinks].map((listen) =>
      listen(element, bench, toolbox),
    )
    return () => stops.forEach((stop) => stop())
  }, [bench, toolbox])

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
        aria-owns={mirrorId}
      >
        {size && <PaintedStage bench={bench} view={view} size={size} />}
      </div>
      <QuickActions bench={bench} toolbox={toolbox} />
      <NoteEditor bench={bench} />
      <ShapeEditor bench={bench} />
      <StageEditor bench={bench} />
      <ShapeActions bench={bench} toolbox={toolbox} />
      <SeveralActions bench={bench} toolbox={toolbox} />
      <BackToTimeline bench={bench} />
      <FollowingFrame bench={bench} />
      <EdgeNews bench={bench} />
      {menu !== null && (
        <PartPlace onDrop={() => bench.desk.menu.set(null)}>
          <NoteMenu bench={bench} wall={wall} />
        </PartPlace>
      )}
      <WallMirror bench={bench} wall={wall} />
    </div>
  )
}

function useSize(element: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useEffect(() => {
    if (!element.current) return undefined
    const watch = new ResizeObserver(([entry]) => {
      const box = entry?.contentRect
      if (box && box.width > 0 && box.height > 0) setSize({ w: box.width, h: box.height })
    })
    watch.observe(element.current)
    return () => watch.disconnect()
  }, [element])
  return size
}

function useFirstLook(bench: Bench, size: Size | null): void {
  useEffect(() => {
    if (size) bench.camera.resize(size)
  }, [bench, size])
  const ready = size !== null
  useEffect(() => {
    if (!ready) return undefined
    const stops = [lookFirst(bench), keepLook(bench)]
    return () => stops.forEach((stop) => stop())
  }, [bench, ready])
}
