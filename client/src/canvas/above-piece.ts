import type { CSSProperties } from 'react'
import type { Rect } from '@momentous/shared/scene/geometry'
import type { Bench } from '../tools/bench.ts'

const ABOVE = 14
/** Nearer than this to the wall's top the row stands under the piece. */
const TOP_ROOM = 150
/** The row never leaves the wall: half of its width stays in sight, in px. */
const SIDE = 110

/** In the middle above it, or under it where there is no room. */
export function abovePiece(bounds: Rect | null | undefined, { camera }: Bench): CSSProperties {
  if (!bounds) return { display: 'none' }
  const top = camera.toScreen({ x: bounds.x + bounds.w / 2, y: bounds.y })
  const bottom = camera.toScreen({ x: bounds.x, y: bounds.y + bounds.h })
  const { w } = camera.size()
  const x = `${Math.round(Math.max(SIDE, Math.min(w - SIDE, top.x)))}px`
  if (top.y < TOP_ROOM) return { transform: `translate(${x}, ${Math.round(bottom.y) + ABOVE}px) translateX(-50%)` }
  return { transform: `translate(${x}, ${Math.round(top.y) - ABOVE}px) translate(-50%, -100%)` }
}
