import type { Layer } from 'konva/lib/Layer'
import type { RestTiles } from './rest-tiles.ts'
import type { Settling } from './settling.ts'

/** What a layer can be asked for. */
export interface Drawn {
  drawScene(): unknown
}

interface DraftDesk {
  readonly tiles: Pick<RestTiles, 'draft' | 'draftable'>
  readonly settling: Settling
  /** Did the layer at rest show all there is in sight when it was last painted? */
  whole(): boolean
  /** Has the layer painted again. */
  ask(): void
}

/** A little later than the camera has come to rest. */
const AFTER_MS = 150

/**
 * The layer at rest, in whose place a draft with fewer pixels is shown while somebody pans or zooms, until the layer is
 * sharp again. Only where its tiles say that this is quicker; anywhere else it is the layer and nothing else.
 */
export function withDraft(layer: Layer, desk: DraftDesk): Drawn & { stop(): void } {
  const sharp = layer.getNativeCanvasElement()
  let draft: CanvasRenderingContext2D | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let shown = false
  const show = (is: boolean) => {
    if (is === shown) return
    shown = is
    sharp.style.visibility = is ? 'hidden' : ''
    if (draft) draft.canvas.style.visibility = is ? '' : 'hidden'
  }
  const paintDraft = (ctx: CanvasRenderingContext2D) => {
    fit(ctx.canvas, layer)
    ctx.clearRect(0, 0, ctx.canvas.width, ctx.canvas.height)
    if (!desk.tiles.draft(ctx, desk.settling.settled())) desk.ask()
    show(true)
    clearTimeout(timer)
    timer = setTimeout(desk.ask, AFTER_MS)
  }
  return {
    drawScene() {
      if (!desk.settling.still() && (shown || desk.tiles.draftable())) {
        draft ??= layCanvas(sharp)
        if (draft) return paintDraft(draft)
      }
      layer.drawScene()
      if (desk.whole()) show(false)
    },
    stop() {
      clearTimeout(timer)
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
