import type { Layer } from 'konva/lib/Layer'

/** A canvas with a pixel for each of the page, in the place of a layer that has more. */
export interface Draft {
  /** Is it what one sees, and not the layer? */
  shown(): boolean
  show(is: boolean): void
  /** Paints it anew; false where there can be none. */
  paint(paint: (ctx: CanvasRenderingContext2D) => void): boolean
  remove(): void
}

export function createDraft(layer: Layer): Draft {
  const sharp = layer.getNativeCanvasElement()
  let draft: CanvasRenderingContext2D | null = null
  let shown = false
  const show = (is: boolean) => {
    if (is === shown) return
    shown = is
    sharp.style.visibility = is ? 'hidden' : ''
    if (draft) draft.canvas.style.visibility = is ? '' : 'hidden'
  }
  return {
    shown: () => shown,
    show,
    paint(paint) {
      draft ??= layCanvas(sharp)
      if (!draft) return false
      fit(draft.canvas, layer)
      draft.clearRect(0, 0, draft.canvas.width, draft.canvas.height)
      draft.save()
      paint(draft)
      draft.restore()
      show(true)
      return true
    },
    remove() {
      show(false)
      draft?.canvas.remove()
    },
  }
}

function layCanvas(sharp: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas')
  canvas.className = 'draft'
  sharp.after(canvas)
  return canvas.getContext('2d')
}

/** As large as the layer, with a pixel for each of the page. */
function fit(canvas: HTMLCanvasElement, layer: Layer): void {
  const [width, height] = [layer.width(), layer.height()]
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
}
