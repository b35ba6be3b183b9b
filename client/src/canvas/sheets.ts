import type { Size } from '../model/geometry.ts'

export type Paint = (ctx: CanvasRenderingContext2D) => void

/** A canvas as large as the wall, painted as a whole. */
export interface Sheet {
  drawScene(): void
}

/** Notes and ink at rest; what is being moved or drawn; rings, handles, dots and cursors. */
export interface Layers {
  readonly rest: Sheet
  readonly moving: Sheet
  readonly overlay: Sheet
}

export interface Sheets {
  readonly layers: Layers
  resize(size: Size): void
  close(): void
}

interface SizedSheet extends Sheet {
  resize(size: Size): void
  close(): void
}

/** Painted in px of the window, however many of its own the device has for each. */
function sheet(container: HTMLElement, paint: Paint): SizedSheet {
  const canvas = document.createElement('canvas')
  canvas.className = 'wall-sheet'
  container.append(canvas)
  const ctx = canvas.getContext('2d')
  let ratio = 1
  return {
    drawScene() {
      if (!ctx) return
      ctx.setTransform(1, 0, 0, 1, 0, 0)
      ctx.clearRect(0, 0, canvas.width, canvas.height)
      ctx.save()
      ctx.scale(ratio, ratio)
      paint(ctx)
      ctx.restore()
    },
    resize({ w, h }) {
      ratio = devicePixelRatio
      canvas.width = Math.round(w * ratio)
      canvas.height = Math.round(h * ratio)
      canvas.style.width = `${w}px`
      canvas.style.height = `${h}px`
    },
    close: () => canvas.remove(),
  }
}

/** Lays three sheets on each other into the wall, the first at the bottom. Gestures are the wall's, not theirs. */
export function laySheets(container: HTMLElement, size: Size, paints: Readonly<Record<keyof Layers, Paint>>): Sheets {
  const layers = {
    rest: sheet(container, paints.rest),
    moving: sheet(container, paints.moving),
    overlay: sheet(container, paints.overlay),
  }
  const all = Object.values(layers)
  for (const each of all) each.resize(size)
  return {
    layers,
    resize(next) {
      for (const each of all) {
        each.resize(next)
        each.drawScene()
      }
    },
    close: () => all.forEach((each) => each.close()),
  }
}
