import type { CSSProperties } from 'react'
import type { Rect } from '@momentous/shared/scene/geometry'
import type { Bench } from '../tools/bench.ts'

const GAP = 14
/** How high the row is, and half of its width, in px. */
const ROW = 52
const SIDE = 128

/** In the middle above it, or under it where there is no room; over it where there is none either. Never under a panel. */
export function abovePiece(bounds: Rect | null | undefined, { camera }: Pick<Bench, 'camera'>): CSSProperties {
  if (!bounds) return { display: 'none' }
  const top = camera.toScreen({ x: bounds.x + bounds.w / 2, y: bounds.y })
  const bottom = camera.toScreen({ x: bounds.x, y: bounds.y + bounds.h })
  const free = camera.free()
  const x = Math.round(Math.max(SIDE, Math.min(camera.size().w - SIDE, top.x)))
  const end = Math.round(top.y) - GAP
  if (end - ROW >= free.y) return { transform: `translate(${x}px, ${end}px) translate(-50%, -100%)` }
  const under = Math.max(free.y, Math.min(Math.round(bottom.y) + GAP, free.y + free.h - ROW))
  return { transform: `translate(${x}px, ${Math.round(under)}px) translateX(-50%)` }
}
