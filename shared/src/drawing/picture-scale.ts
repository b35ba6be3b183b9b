import type { Size } from '../scene/geometry.ts'

/** No side of a picture in pixels is longer, and none has more of them: most programs open none that are larger. */
const MOST = { side: 16_384, pixels: 64_000_000 } as const

/** How many pixels a unit of the board gets: as many as were wished for, or as many as such a picture can have. */
export function scaleThatFits({ w, h }: Size, wish: number, pixels: number = MOST.pixels): number {
  return Math.min(wish, MOST.side / w, MOST.side / h, Math.sqrt(pixels / (w * h)))
}

export function pixelsAt({ w, h }: Size, scale: number): { readonly width: number; readonly height: number } {
  return { width: Math.max(1, Math.floor(w * scale)), height: Math.max(1, Math.floor(h * scale)) }
}
