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
import { listenToKeyboard } from '../tools/keyboard.ts'
import { listenToPointer } from '../tools/pointer.ts'
import type { Toolbox } from '../tools/toolbox.ts'
import { tools } from '../tools/tools.ts'
import { wallWords } from '../words/canvas.ts'
import { BackToTimeline } from './BackToTimeline.tsx'
import { NoteEditor } from './NoteEditor.tsx'
import { QuickActions } from './QuickActions.tsx'
import { ShapeActions } from './ShapeActions.tsx'
import { ShapeEditor } from './ShapeEditor.tsx'
import { laySheets, type Paint, type Sheets } from './sheets.ts'
import { WallMirror, mirrorId } from './WallMirror.tsx'
import { createWallView, lookFirst, type WallView } from './wall-view.ts'
import './board-stage.css'

const NoteMenu = lazyPart(async () => (await import('./NoteMenu.tsx')).NoteMenu)

export interface BoardStageProps {
  readonly bench: Bench
  readonly toolbox: Toolbox
}

/** The wall. React owns the place; what is on the sheets in it is painted straight from the scene. */
export function BoardStage({ bench, toolbox }: BoardStageProps) {
  const wall = useRef<HTMLDivElement>(null)
  const view = useMemo(() => createWallView(bench, browserClock()), [bench])
  const size = useSize(wall)
  const menu = useCell(bench.desk.menu)
  const cursor = tools[useCell(toolbox.inHand)].cursor

  const settled = useSettled()
  useEffect(() => {
    if (settled) NoteMenu.fetch()
  }, [settled])
  useFirstLook(bench, size)
  useSheets(wall, view, bench, size)
  useEffect(() => {
    const element = wall.current
    if (!element) return undefined
    const stops = [listenToPointer, listenToKeyboard, listenForMenu, listenForImages].map((listen) =>
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
        style={{ cursor }}
        tabIndex={0}
        role="application"
        aria-label={wallWords.wall}
        aria-owns={mirrorId}
      />
      <QuickActions bench={bench} toolbox={toolbox} />
      <NoteEditor bench={bench} />
      <ShapeEditor bench={bench} />
      <ShapeActions bench={bench} toolbox={toolbox} />
      <BackToTimeline bench={bench} />
      {menu !== null && (
        <PartPlace onDrop={() => bench.desk.menu.set(null)}>
          <NoteMenu bench={bench} wall={wall} />
        </PartPlace>
      )}
      <WallMirror bench={bench} wall={wall} />
    </div>
  )
}

/** Lays out the sheets as soon as the wall has a size; the board is painted on them until it goes. */
function useSheets(wall: RefObject<HTMLDivElement | null>, view: WallView, bench: Bench, size: Size | null): void {
  const sheets = useRef<Sheets>(null)
  const latest = useRef(size)
  useEffect(() => {
    latest.current = size
    if (size) sheets.current?.resize(size)
  }, [size])
  const ready = size !== null
  useEffect(() => {
    if (!ready || !wall.current || !latest.current) return undefined
    const laid = laySheets(wall.current, latest.current, {
      rest: view.paintRest,
      moving: (ctx) => inBoardUnits(ctx, bench, view.painter.moving),
      overlay: view.painter.overlay,
    })
    sheets.current = laid
    const stop = view.follow(laid.layers)
    return () => {
      stop()
      laid.close()
      sheets.current = null
    }
  }, [wall, view, bench, ready])
}

/** The context is scaled to the device's pixels; the corner is snapped to one, so that edges stay sharp. */
function inBoardUnits(ctx: CanvasRenderingContext2D, { camera }: Bench, paint: Paint): void {
  const { x, y, zoom } = camera.view()
  const scale = zoom * ctx.getTransform().a
  ctx.setTransform(scale, 0, 0, scale, Math.round(-x * scale), Math.round(-y * scale))
  paint(ctx)
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
  useEffect(() => (ready ? lookFirst(bench) : undefined), [bench, ready])
}
