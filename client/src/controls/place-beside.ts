export type Side = 'above' | 'below' | 'left' | 'right'

const GAP = 8
const MARGIN = 8

/** Puts a fixed-position layer beside a box, on the other side when it would leave the window. */
export function placeBeside(
  layer: HTMLElement,
  box: DOMRect,
  side: Side,
  align: 'centre' | 'start' | 'end' = 'centre',
) {
  const { offsetWidth: w, offsetHeight: h } = layer
  const along = (start: number, size: number, own: number) => {
    if (align === 'start') return start
    return align === 'end' ? start + size - own : start + size / 2 - own / 2
  }
  const spots = {
    above: { left: along(box.left, box.width, w), top: box.top - h - GAP },
    below: { left: along(box.left, box.width, w), top: box.bottom + GAP },
    left: { left: box.left - w - GAP, top: along(box.top, box.height, h) },
    right: { left: box.right + GAP, top: along(box.top, box.height, h) },
  }
  const across = { above: 'below', below: 'above', left: 'right', right: 'left' } as const
  const fits = (spot: { left: number; top: number }) =>
    spot.top >= MARGIN &&
    spot.top + h <= innerHeight - MARGIN &&
    (side === 'above' || side === 'below' || spot.left >= MARGIN)
  const spot = fits(spots[side]) ? spots[side] : spots[across[side]]
  layer.style.left = `${within(spot.left, innerWidth - w - MARGIN)}px`
  layer.style.top = `${within(spot.top, innerHeight - h - MARGIN)}px`
}

function within(wanted: number, most: number): number {
  return Math.max(MARGIN, Math.min(wanted, most))
}
