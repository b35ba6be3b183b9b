import type { Point, Rect } from '@momentous/shared/scene/geometry'
import type { Bench } from './bench.ts'

/** Where something lies beyond the edge of what one sees. */
export type Side = 'left' | 'right' | 'above' | 'below'

/** What a word at an edge takes up on the screen, with some air. */
const WORD = { w: 180, h: 52 }
/** Where along the edge there may be room, the middle first. */
const SHARES = [0.5, 0.38, 0.62, 0.26, 0.74, 0.14, 0.86, 0.05, 0.95]
/** How far the dots of the line and their numbers reach, on the screen. */
const DOTS = 16

/** Where along an edge a word stands that covers nothing: no note, and no dot of the line; the best there is, if all is full. */
export function edgeSpot(side: Side, { camera, scene }: Pick<Bench, 'camera' | 'scene'>): number {
  const free = camera.free()
  const covered = (share: number) => {
    const box = boxAt(pointAt(side, share, free), side)
    const line = scene.onTimeline() > 0 ? camera.toScreen({ x: 0, y: 0 }).y : -Infinity
    const onLine = line > box.y - DOTS && line < box.y + box.h + DOTS
    const { x, y } = camera.toBoard(box)
    const { zoom } = camera.view()
    return (onLine ? 2 : 0) + (scene.piecesIn({ x, y, w: box.w / zoom, h: box.h / zoom }).length === 0 ? 0 : 1)
  }
  const [first = 0.5, ...others] = SHARES
  let best = { share: first, cost: covered(first) }
  for (const share of others) {
    if (best.cost === 0) break
    const cost = covered(share)
    if (cost < best.cost) best = { share, cost }
  }
  return best.share
}

/** The point of the edge, in px of the stage. */
export function pointAt(side: Side, share: number, { x, y, w, h }: Rect): Point {
  if (side === 'left' || side === 'right') return { x: side === 'left' ? x : x + w, y: y + h * share }
  return { x: x + w * share, y: side === 'above' ? y : y + h }
}

function boxAt({ x, y }: Point, side: Side): Rect {
  const left = side === 'left' ? x : side === 'right' ? x - WORD.w : x - WORD.w / 2
  const top = side === 'above' ? y : side === 'below' ? y - WORD.h : y - WORD.h / 2
  return { x: left, y: top, ...WORD }
}
