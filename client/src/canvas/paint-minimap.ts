import { around, type Point, type Rect } from '../model/geometry.ts'
import type { Bench } from '../tools/bench.ts'
import { typeFill, type PaintTheme } from './paint-theme.ts'

/** In px; minimap.css has the same. */
export const MINIMAP = { w: 128, h: 72 } as const
const MARGIN = 4
const SMALLEST = 2

/** Which board point lies in the map's corner, and px per board unit. */
export interface Mapping extends Point {
  readonly scale: number
}

/** A mapping that shows the board's content and what is in sight. */
export function mapped({ scene, camera }: Pick<Bench, 'scene' | 'camera'>): Mapping {
  const seen = camera.visible()
  const content = scene.bounds()
  const all = around(content ? [content, seen] : [seen]) ?? seen
  const scale = Math.min((MINIMAP.w - 2 * MARGIN) / all.w, (MINIMAP.h - 2 * MARGIN) / all.h)
  return {
    x: all.x + all.w / 2 - MINIMAP.w / 2 / scale,
    y: all.y + all.h / 2 - MINIMAP.h / 2 / scale,
    scale,
  }
}

/** The line, a block for each note, and a frame around what is in sight. Paints in px of the map. */
export function paintMinimap(ctx: CanvasRenderingContext2D, bench: Bench, map: Mapping, theme: PaintTheme): void {
  const { scene, camera, selection } = bench
  const onMap = ({ x, y, w, h }: Rect): [number, number, number, number] => [
    (x - map.x) * map.scale,
    (y - map.y) * map.scale,
    Math.max(SMALLEST, w * map.scale),
    Math.max(SMALLEST, h * map.scale),
  ]
  ctx.clearRect(0, 0, MINIMAP.w, MINIMAP.h)
  const { from, to } = scene.axis()
  ctx.fillStyle = theme.ink2
  const [left, axis] = onMap({ x: from, y: 0, w: 0, h: 0 })
  ctx.fillRect(left, axis - 0.5, (to - from) * map.scale, 1)
  ctx.lineWidth = 0.5
  ctx.strokeStyle = theme.edge
  for (const id of scene.order()) {
    const note = scene.note(id)
    if (!note) continue
    const { channel, paper } = note.moment
    const box = onMap(note.rect)
    const colour = channel === null ? theme.note.papers[paper] : typeFill(channel, theme.note).fill
    ctx.fillStyle = selection.has(id) ? theme.accent : colour
    ctx.fillRect(...box)
    if (channel === null && !selection.has(id)) ctx.strokeRect(...box)
  }
  const [x, y, w, h] = onMap(camera.visible())
  ctx.strokeStyle = theme.accent
  ctx.lineWidth = 1.5
  ctx.beginPath()
  ctx.roundRect(x, y, w, h, 2)
  ctx.stroke()
}
