import type { Context } from 'konva/lib/Context'
import type { Layer as KonvaLayer } from 'konva/lib/Layer'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, type RefObject } from 'react'
import { Layer, Shape, Stage } from 'react-konva/lib/ReactKonvaCore'
import type { Size } from '@momentous/shared/scene/geometry'
import type { Bench } from '../tools/bench.ts'
import { createHands, followWall } from './follow-wall.ts'
import type { WallView } from './wall-view.ts'

export interface PaintedStageProps {
  readonly bench: Bench
  readonly view: WallView
  readonly size: Size
  /** All three layers show what they have to show. */
  readonly onStaged: () => void
}

/** React owns the stage and its three layers, the first at the bottom; what is on them is painted straight from the scene. */
export function PaintedStage({ bench, view, size, onStaged }: PaintedStageProps) {
  const rest = useRef<KonvaLayer>(null)
  const moving = useRef<KonvaLayer>(null)
  const overlay = useRef<KonvaLayer>(null)
  const hands = useMemo(() => createHands(bench, view), [bench, view])
  const { over } = hands

  useLayoutEffect(() => {
    const fit = () => [rest, moving, overlay].forEach((layer) => fitPixels(layer.current))
    fit()
    return followPixels(fit)
  }, [size])
  useEffect(() => {
    if (!rest.current || !moving.current || !overlay.current) return undefined
    const layers = { rest: rest.current, moving: moving.current, overlay: overlay.current }
    return followWall(bench, view, hands, layers)
  }, [bench, view, hands])
  useStaged(onStaged)

  return (
    <Stage width={size.w} height={size.h} listening={false}>
      <PaintedLayer layer={rest} paint={view.paintRest} />
      <PaintedLayer layer={moving} paint={over.moving} />
      <PaintedLayer layer={overlay} paint={over.overlay} />
    </Stage>
  )
}

/** Calls when a frame has been painted here. */
function useStaged(onStaged: () => void): void {
  const call = useRef(onStaged)
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => call.current())
    })
    return () => cancelAnimationFrame(frame)
  }, [])
}

type Paint = (ctx: CanvasRenderingContext2D) => void

/** One shape paints the whole layer: no Konva node per note, no hit canvas, no buffer. Gestures are the wall's, not its. */
function PaintedLayer({ layer, paint }: { readonly layer: RefObject<KonvaLayer | null>; readonly paint: Paint }) {
  // The same function as long as it paints the same: another one would have the layer painted again.
  const scene = useCallback(
    (context: Context) => {
      const ctx = context._context
      ctx.save()
      paint(ctx)
      ctx.restore()
    },
    [paint],
  )
  return (
    <Layer ref={layer} listening={false}>
      <Shape sceneFunc={scene} listening={false} perfectDrawEnabled={false} />
    </Layer>
  )
}

/** Calls when another number of pixels stands for one of the page: on another screen, where everything may have the same size. */
function followPixels(call: () => void): () => void {
  const leaving = new AbortController()
  const { signal } = leaving
  const watch = () =>
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', changed, { signal, once: true })
  const changed = () => {
    call()
    watch()
  }
  watch()
  return () => leaving.abort()
}

/** Zooming the page changes how many pixels of the device stand for one; Konva asks only once. */
function fitPixels(layer: KonvaLayer | null): void {
  const canvas = layer?.getCanvas()
  if (!canvas || canvas.getPixelRatio() === devicePixelRatio) return
  canvas.setPixelRatio(devicePixelRatio)
  layer?.drawScene()
}
