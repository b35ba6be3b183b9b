import type { Layer } from 'konva/lib/Layer'
import { createDraft } from './draft-layer.ts'
import type { OverPainter } from './over-painter.ts'
import type { WallView } from './wall-view.ts'

export type LayerName = 'rest' | 'moving' | 'overlay'

/** Notes and ink at rest; what is being moved or drawn; rings, handles, dots and cursors. */
export type Layers = Readonly<Record<LayerName, Layer>>

/**
 * Puts what is painted onto as few canvases as can be. Without a graphics card the browser copies every canvas that is seen
 * with every frame, painted or not: that takes longer than painting. So a layer with nothing to show is not seen, what lies
 * over things that move is painted with them, and while somebody pans or zooms there is one canvas for everything.
 */
export interface Sheets {
  /** Paints the layers that have something new to show. */
  paint(asked: ReadonlySet<LayerName>): void
  stop(): void
}

interface SheetDesk {
  readonly view: Pick<WallView, 'tiles' | 'settling' | 'mendRest' | 'whole'>
  readonly over: OverPainter
  /** Has everything painted at the next frame. */
  ask(): void
}

/** A little later than the camera has come to rest. */
const AFTER_MS = 150

const everything: ReadonlySet<LayerName> = new Set<LayerName>(['rest', 'moving', 'overlay'])

export function createSheets(layers: Layers, { view, over, ask }: SheetDesk): Sheets {
  const { tiles, settling } = view
  const draft = createDraft(layers.rest)
  const away = { moving: putAway(layers.moving), overlay: putAway(layers.overlay) }
  const seen = { moving: true, overlay: true }
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Is everything on one canvas now? */
  let one = false

  /** Shows a layer if it is needed; one that isn't seen is empty. */
  const put = (name: 'moving' | 'overlay', needed: boolean, paint: () => void) => {
    if (needed) paint()
    else if (seen[name]) layers[name].clear()
    away[name](!needed)
    seen[name] = needed
  }
  const nothing = () => {}

  const paintDraft = (alsoOver: boolean): boolean =>
    draft.paint((ctx) => {
      if (!tiles.draft(ctx, settling.settled())) ask()
      if (alsoOver) paintOver(ctx, over)
    })

  const paintOne = () => {
    const drafted = (draft.shown() || tiles.draftable()) && paintDraft(true)
    if (!drafted) {
      layers.rest.drawScene()
      onto(layers.rest, (ctx) => paintOver(ctx, over))
    }
    put('moving', false, nothing)
    put('overlay', false, nothing)
  }

  const paintRest = (moved: boolean, mendable: boolean) => {
    if (moved && (draft.shown() || tiles.draftable()) && paintDraft(false)) return
    if (mendable && !draft.shown() && mend(layers.rest)) return
    layers.rest.drawScene()
    if (!draft.shown()) return
    if (view.whole()) draft.show(false)
    else paintDraft(false)
  }
  const mend = (layer: Layer): boolean => {
    let mended = false
    onto(layer, (ctx) => (mended = view.mendRest(ctx)))
    return mended
  }

  const paintApart = (asked: ReadonlySet<LayerName>, moved: boolean, mendable: boolean) => {
    const [moves, blends] = [over.moves(), over.blends()]
    const together = moves && !blends
    const newly = (name: 'moving' | 'overlay') => asked.has(name) || !seen[name]
    put('moving', moves, () => {
      if (!newly('moving') && !(together && asked.has('overlay'))) return
      layers.moving.drawScene()
      if (together) onto(layers.moving, over.overlay)
    })
    put('overlay', !together && over.overlays(), () => {
      if (newly('overlay')) layers.overlay.drawScene()
    })
    if (asked.has('rest')) paintRest(moved, mendable)
  }

  return {
    paint(asked) {
      const moved = !settling.still()
      const before = one
      one = moved && !over.blends()
      if (one) paintOne()
      else paintApart(before ? everything : asked, moved, !before)
      if (!moved) return
      clearTimeout(timer)
      timer = setTimeout(ask, AFTER_MS)
    },
    stop() {
      clearTimeout(timer)
      draft.remove()
      away.moving(false)
      away.overlay(false)
    },
  }
}

/**
 * Takes a layer out of what one sees, or brings it back. As an animation without a length, and not as an attribute: that
 * somebody else moves a note is no change of the page.
 */
function putAway(layer: Layer): (is: boolean) => void {
  let away: Animation | null = null
  return (is) => {
    if (is === (away !== null)) return
    away?.cancel()
    away = is ? layer.getNativeCanvasElement().animate({ visibility: 'hidden' }, { fill: 'forwards' }) : null
  }
}

function paintOver(ctx: CanvasRenderingContext2D, over: OverPainter): void {
  over.moving(ctx)
  over.overlay(ctx)
}

/** Paints on a layer without clearing it, in pixels of the page. */
function onto(layer: Layer, paint: (ctx: CanvasRenderingContext2D) => void): void {
  const ctx = layer.getContext()._context
  ctx.save()
  paint(ctx)
  ctx.restore()
}
