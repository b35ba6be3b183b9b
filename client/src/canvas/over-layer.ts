import type { Layer } from 'konva/lib/Layer'

type Paint = (ctx: CanvasRenderingContext2D) => void

/** A layer over the notes at rest. With nothing to show it is empty and out of sight. */
export interface OverLayer {
  seen(): boolean
  /** Paints it anew and shows it, with something on top of what is its own; roughly with a pixel for each of the page. */
  show(roughly: boolean, onTop?: Paint): void
  hide(): void
  /** As it was found. */
  giveBack(): void
}

export function createOverLayer(layer: Layer): OverLayer {
  const putAway = awayFrom(layer)
  let seen = true
  return {
    seen: () => seen,
    show(roughly, onTop) {
      fitPixels(layer, roughly ? 1 : devicePixelRatio)
      layer.drawScene()
      if (onTop) onto(layer, onTop)
      seen = true
      putAway(false)
    },
    hide() {
      if (seen) layer.clear()
      seen = false
      putAway(true)
    },
    giveBack: () => putAway(false),
  }
}

/**
 * Takes a layer out of what one sees, or brings it back. As an animation without a length, and not as an attribute: that
 * somebody else moves a note is no change of the page.
 */
function awayFrom(layer: Layer): (is: boolean) => void {
  let away: Animation | null = null
  return (is) => {
    if (is === (away !== null)) return
    away?.cancel()
    away = is ? layer.getNativeCanvasElement().animate({ visibility: 'hidden' }, { fill: 'forwards' }) : null
  }
}

/** How many pixels of the canvas stand for one of the page; it is empty after a change. */
function fitPixels(layer: Layer, ratio: number): void {
  const canvas = layer.getCanvas()
  if (canvas.getPixelRatio() === ratio) return
  canvas.setPixelRatio(ratio)
  // Smoothing takes longer than a frame where this is needed.
  layer.getNativeCanvasElement().style.imageRendering = ratio < devicePixelRatio ? 'pixelated' : ''
}

/** Paints on a layer without clearing it, in pixels of the page. */
export function onto(layer: Layer, paint: Paint): void {
  const ctx = layer.getContext()._context
  ctx.save()
  paint(ctx)
  ctx.restore()
}
