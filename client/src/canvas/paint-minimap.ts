import type { MomentId } from '@momentous/shared/domain/id'
import { around, type Point, type Rect } from '@momentous/shared/scene/geometry'
import type { Bench } from '../tools/bench.ts'
import { typeFill } from '@momentous/shared/drawing/palette'
import type { PaintTheme } from './paint-theme.ts'

/** In px; minimap.css has the same. */
export const MINIMAP = { w: 128, h: 72 } as const
const MARGIN = 4
const SMALLEST = 2
/** Smaller blocks have no edge. */
const EDGED = 4

/** Which board point lies in the map's corner, and px per board unit. */
export interface Mapping extends Point {
  readonly scale: number
}

/** A mapping that shows the board's content and what is in sight. */
export function mapped({ scene, camera }: Pick<Bench, 'scene' | 'camera'>): Mapping {
  const seen = camera.visible()
  const content = scene.bounds()
  return mappingOf(around(content ? [content, seen] : [seen]) ?? seen)
}

function mappingOf(all: Rect): Mapping {
  const scale = Math.min((MINIMAP.w - 2 * MARGIN) / all.w, (MINIMAP.h - 2 * MARGIN) / all.h)
  return {
    x: all.x + all.w / 2 - MINIMAP.w / 2 / scale,
    y: all.y + all.h / 2 - MINIMAP.h / 2 / scale,
    scale,
  }
}

/** The board's content as a picture of its own: with ten thousand notes it isn't painted with every frame. */
export interface MinimapPicture {
  /** Starts to paint anew, some notes at a time; calls when the new picture is there. */
  renew(done: () => void): void
  paint(ctx: CanvasRenderingContext2D, map: Mapping): void
  stop(): void
}

/** So many notes are painted without a break. */
const SLICE = 1_000

interface Painted {
  readonly canvas: HTMLCanvasElement
  readonly map: Mapping
}

export function createMinimapPicture(bench: Bench, theme: () => PaintTheme): MinimapPicture {
  let shown: Painted | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    renew(done) {
      clearTimeout(timer)
      const next = emptyPicture(bench)
      const ctx = next.canvas.getContext('2d')
      if (!ctx) return
      const order = bench.scene.order()
      let from = 0
      const slice = () => {
        if (from === 0) paintAxis(ctx, bench, next.map, theme())
        paintBlocks(ctx, bench, order.slice(from, from + SLICE), next.map, theme())
        from += SLICE
        if (from < order.length) {
          timer = setTimeout(slice)
          return
        }
        shown = next
        done()
      }
      slice()
    },
    paint(ctx, map) {
      if (!shown) return
      const { map: own, canvas } = shown
      const scale = map.scale / own.scale
      ctx.drawImage(
        canvas,
        (own.x - map.x) * map.scale,
        (own.y - map.y) * map.scale,
        MINIMAP.w * scale,
        MINIMAP.h * scale,
      )
    },
    stop: () => clearTimeout(timer),
  }
}

function emptyPicture({ scene }: Bench): Painted {
  const canvas = document.createElement('canvas')
  canvas.width = MINIMAP.w * devicePixelRatio
  canvas.height = MINIMAP.h * devicePixelRatio
  canvas.getContext('2d')?.scale(devicePixelRatio, devicePixelRatio)
  return { canvas, map: mappingOf(scene.bounds() ?? { x: 0, y: 0, w: 1, h: 1 }) }
}

const onMap = ({ x, y, w, h }: Rect, map: Mapping): [number, number, number, number] => [
  (x - map.x) * map.scale,
  (y - map.y) * map.scale,
  Math.max(SMALLEST, w * map.scale),
  Math.max(SMALLEST, h * map.scale),
]

function paintAxis(ctx: CanvasRenderingContext2D, { scene }: Bench, map: Mapping, theme: PaintTheme): void {
  const { from, to } = scene.axis()
  ctx.fillStyle = theme.ink2
  const [left, axis] = onMap({ x: from, y: 0, w: 0, h: 0 }, map)
  ctx.fillRect(left, axis - 0.5, (to - from) * map.scale, 1)
}

function paintBlocks(
  ctx: CanvasRenderingContext2D,
  { scene, selection }: Bench,
  ids: readonly MomentId[],
  map: Mapping,
  theme: PaintTheme,
): void {
  ctx.lineWidth = 0.5
  ctx.strokeStyle = theme.edge
  for (const id of ids) {
    const note = scene.note(id)
    if (!note) continue
    const { channel, paper } = note.moment
    const box = onMap(note.rect, map)
    const colour = channel === null ? theme.note.papers[paper] : typeFill(channel, theme.note).fill
    ctx.fillStyle = selection.has(id) ? theme.accent : colour
    ctx.fillRect(...box)
    if (channel === null && !selection.has(id) && box[2] >= EDGED) ctx.strokeRect(...box)
  }
}

/** The picture, and a frame around what is in sight. Paints in px of the map. */
export function paintMinimap(
  ctx: CanvasRenderingContext2D,
  { camera }: Bench,
  picture: MinimapPicture,
  map: Mapping,
  theme: PaintTheme,
): void {
  ctx.clearRect(0, 0, MINIMAP.w, MINIMAP.h)
  picture.paint(ctx, map)
  const [x, y, w, h] = onMap(camera.visible(), map)
  ctx.strokeStyle = theme.accent
  ctx.lineWidth = 1.5
  ctx.beginPath()
  ctx.roundRect(x, y, w, h, 2)
  ctx.stroke()
}
