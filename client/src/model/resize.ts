import type { Point, Rect, Size } from '@momentous/shared/scene/geometry'

/** Which edges are pulled: -1 is left or top, 1 is right or bottom, 0 neither. */
export interface Corner {
  readonly x: -1 | 0 | 1
  readonly y: -1 | 0 | 1
}

export interface Bounds {
  readonly least: Size
  /** Width and height stay in proportion. */
  readonly keeps: boolean
}

/** The rectangle with a corner or a side pulled this far; what lies opposite stays where it is. */
export function pulled(rect: Rect, corner: Corner, by: Point, bounds: Bounds): Rect {
  const wish = { w: rect.w + corner.x * by.x, h: rect.h + corner.y * by.y }
  const { w, h } = bounds.keeps ? inProportion(rect, corner, wish, bounds.least) : atLeast(wish, bounds.least)
  return {
    x: corner.x < 0 ? rect.x + rect.w - w : rect.x,
    y: corner.y < 0 ? rect.y + rect.h - h : rect.y,
    w,
    h,
  }
}

function atLeast({ w, h }: Size, least: Size): Size {
  return { w: Math.max(least.w, Math.round(w)), h: Math.max(least.h, Math.round(h)) }
}

/** The edge that was pulled further leads. */
function inProportion(rect: Rect, corner: Corner, wish: Size, least: Size): Size {
  const across = corner.x === 0 ? 0 : wish.w / rect.w
  const down = corner.y === 0 ? 0 : wish.h / rect.h
  const scale = Math.max(across, down, least.w / rect.w, least.h / rect.h)
  return { w: Math.round(rect.w * scale), h: Math.round(rect.h * scale) }
}

/** Where a rectangle lies that is part of `whole`, once that has become `next`. */
export function partOf(rect: Rect, whole: Rect, next: Rect): Rect {
  const across = next.w / whole.w
  const down = next.h / whole.h
  return {
    x: Math.round(next.x + (rect.x - whole.x) * across),
    y: Math.round(next.y + (rect.y - whole.y) * down),
    w: Math.max(1, Math.round(rect.w * across)),
    h: Math.max(1, Math.round(rect.h * down)),
  }
}

/** How small the whole may become until one of its parts would be too small. */
export function leastOf(parts: readonly { readonly rect: Rect; readonly least: Size }[], whole: Rect): Size {
  const scale = Math.max(0, ...parts.map(({ rect, least }) => Math.max(least.w / rect.w, least.h / rect.h)))
  return { w: Math.min(1, scale) * whole.w, h: Math.min(1, scale) * whole.h }
}
