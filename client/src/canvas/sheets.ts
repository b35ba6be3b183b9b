import type { Layer } from 'konva/lib/Layer'
import { createOverLayer } from './over-layer.ts'
import type { OverPainter } from './over-painter.ts'
import { createRestLayer, type RestDesk } from './rest-layer.ts'

export type LayerName = 'rest' | 'moving' | 'overlay'

/** Notes and ink at rest; what is being moved or drawn; rings, handles, dots and cursors. */
export type Layers = Readonly<Record<LayerName, Layer>>

/**
 * Puts what is painted onto as few canvases as can be. Without a graphics card the browser copies every canvas that is seen
 * with every frame, painted or not: that takes longer than painting. So a layer with nothing to show is not seen, what lies
 * over things that move is painted with them, and while somebody pans or zooms there is one canvas for everything. Where a
 * screen has many pixels, what is in the hand has fewer of them than the wall that it moves over.
 */
export interface Sheets {
  /** Paints the layers that have something new to show. */
  paint(asked: ReadonlySet<LayerName>): void
  stop(): void
}

interface SheetDesk {
  readonly view: RestDesk
  readonly over: OverPainter
  /** Has everything painted at the next frame. */
  ask(): void
}

/** A little later than the camera has come to rest. */
const AFTER_MS = 150

const everything: ReadonlySet<LayerName> = new Set<LayerName>(['rest', 'moving', 'overlay'])

export function createSheets(layers: Layers, { view, over, ask }: SheetDesk): Sheets {
  const rest = createRestLayer(layers.rest, view, ask)
  const moving = createOverLayer(layers.moving)
  const overlay = createOverLayer(layers.overlay)
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Is everything on one canvas now? */
  let one = false

  const paintOne = () => {
    rest.paintWith((ctx) => {
      over.moving(ctx)
      over.overlay(ctx)
    })
    moving.hide()
    overlay.hide()
  }
  const paintApart = (asked: ReadonlySet<LayerName>, mendable: boolean) => {
    const moves = over.moves()
    const together = moves && !over.blends()
    if (!moves) moving.hide()
    else if (!moving.seen() || asked.has('moving') || (together && asked.has('overlay')))
      moving.show(over.drags() && view.tiles.slow(), together ? over.overlay : undefined)
    if (together || !over.overlays()) overlay.hide()
    else if (!overlay.seen() || asked.has('overlay')) overlay.show(false)
    if (asked.has('rest')) rest.paint(mendable)
  }

  return {
    paint(asked) {
      const moved = !view.settling.still()
      const before = one
      one = moved && !over.blends()
      if (one) paintOne()
      else paintApart(before ? everything : asked, !before)
      if (!moved) return
      clearTimeout(timer)
      timer = setTimeout(ask, AFTER_MS)
    },
    stop() {
      clearTimeout(timer)
      rest.stop()
      moving.giveBack()
      overlay.giveBack()
    },
  }
}
