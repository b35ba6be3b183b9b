import type { Size } from '@momentous/shared/scene/geometry'
import type { Bench } from '../tools/bench.ts'
import type { WallView } from './wall-view.ts'

interface Picture {
  readonly bench: Bench
  readonly view: WallView
  /** Called once, in a frame of its own after the one that showed all there is in sight. */
  readonly onPainted: () => void
}

/** So long may the picture be painted before the browser shows what there is of it. */
const PATIENCE_MS = 120

/** Keeps the wall's layer at rest painted on a canvas of the page; what is painted is in the tiles that the stage shows next. */
export function keepPainted(
  canvas: HTMLCanvasElement,
  { w, h }: Size,
  { bench, view, onPainted }: Picture,
): () => void {
  const ratio = devicePixelRatio
  canvas.width = Math.round(w * ratio)
  canvas.height = Math.round(h * ratio)
  const ctx = canvas.getContext('2d')
  let frame: number | null = null
  let told = false
  let stopTelling = () => {}
  const paint = () => {
    frame = null
    if (!ctx) return
    takeIn(bench, view)
    ctx.setTransform(1, 0, 0, 1, 0, 0)
    ctx.clearRect(0, 0, canvas.width, canvas.height)
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
    const end = performance.now() + PATIENCE_MS
    // Nothing moves yet that would have to wait for it.
    while (!view.tiles.sharp(ctx, true)) if (performance.now() > end) return ask()
    if (told) return
    told = true
    stopTelling = afterFrame(onPainted)
  }
  const ask = () => {
    frame ??= requestAnimationFrame(paint)
  }
  const stops = [bench.camera.subscribe(ask), bench.scene.subscribe(ask)]
  paint()
  return () => {
    stopTelling()
    if (frame !== null) cancelAnimationFrame(frame)
    stops.forEach((stop) => stop())
  }
}

/** Calls when the browser has shown the next frame; returns the way to call it off. */
function afterFrame(call: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(call)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

/** What the board did since the last look. Nothing glides here: the stage takes care of that. */
function takeIn({ scene }: Bench, { tiles }: WallView): void {
  const { damage } = scene.collect()
  if (damage === null) tiles.damageAll()
  else for (const part of damage) tiles.damage(part)
}
