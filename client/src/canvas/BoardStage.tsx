import type { Context } from 'konva/lib/Context'
import type { Layer as KonvaLayer } from 'konva/lib/Layer'
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { Layer, Shape, Stage } from 'react-konva/lib/ReactKonvaCore'
import { browserClock } from '../model/camera.ts'
import type { Size } from '../model/geometry.ts'
import { useCell } from '../model/use-cell.ts'
import type { Bench } from '../tools/bench.ts'
import { listenForMenu } from '../tools/ask-for-menu.ts'
import { listenToKeyboard } from '../tools/keyboard.ts'
import { listenToPointer } from '../tools/pointer.ts'
import type { Toolbox } from '../tools/toolbox.ts'
import { tools } from '../tools/tools.ts'
import { wallWords } from '../words/canvas.ts'
import { BackToTimeline } from './BackToTimeline.tsx'
import { NoteEditor } from './NoteEditor.tsx'
import { NoteMenu } from './NoteMenu.tsx'
import { QuickActions } from './QuickActions.tsx'
import { WallMirror, mirrorId } from './WallMirror.tsx'
import type { Layers } from './frames.ts'
import { createWallView, lookFirst } from './wall-view.ts'
import './board-stage.css'

export interface BoardStageProps {
  readonly bench: Bench
  readonly toolbox: Toolbox
}

/** The wall. React owns the stage and its three layers; what is on them is painted straight from the scene. */
export function BoardStage({ bench, toolbox }: BoardStageProps) {
  const wall = useRef<HTMLDivElement>(null)
  const rest = useRef<KonvaLayer>(null)
  const moving = useRef<KonvaLayer>(null)
  const overlay = useRef<KonvaLayer>(null)
  const view = useMemo(() => createWallView(bench, browserClock()), [bench])
  const size = useSize(wall)
  const cursor = tools[useCell(toolbox.inHand)].cursor

  useFirstLook(bench, size)
  const ready = size !== null
  useEffect(() => {
    if (!ready || !rest.current || !moving.current || !overlay.current) return undefined
    const layers: Layers = { rest: rest.current, moving: moving.current, overlay: overlay.current }
    return view.follow(layers)
  }, [view, ready])
  useEffect(() => {
    const element = wall.current
    if (!element) return undefined
    const stops = [listenToPointer, listenToKeyboard, listenForMenu].map((listen) => listen(element, bench, toolbox))
    return () => stops.forEach((stop) => stop())
  }, [bench, toolbox])

  const { painter } = view
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
      >
        {size && (
          <Stage width={size.w} height={size.h} listening={false}>
            <PaintedLayer layer={rest} paint={view.paintRest} />
            <PaintedLayer layer={moving} paint={(ctx) => inBoardUnits(ctx, bench, painter.moving)} />
            <PaintedLayer layer={overlay} paint={painter.overlay} />
          </Stage>
        )}
      </div>
      <QuickActions bench={bench} toolbox={toolbox} />
      <NoteEditor bench={bench} />
      <BackToTimeline bench={bench} />
      <NoteMenu bench={bench} wall={wall} />
      <WallMirror bench={bench} wall={wall} />
    </div>
  )
}

type Paint = (ctx: CanvasRenderingContext2D) => void

/** One shape paints the whole layer: no Konva node per note, no hit canvas, no buffer. */
function PaintedLayer({ layer, paint }: { readonly layer: RefObject<KonvaLayer | null>; readonly paint: Paint }) {
  const scene = (context: Context) => {
    const ctx = context._context
    ctx.save()
    paint(ctx)
    ctx.restore()
  }
  return (
    <Layer ref={layer} listening={false}>
      <Shape sceneFunc={scene} listening={false} perfectDrawEnabled={false} />
    </Layer>
  )
}

/** Konva has scaled the context to the device's pixels; the corner is snapped to one, so that edges stay sharp. */
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
