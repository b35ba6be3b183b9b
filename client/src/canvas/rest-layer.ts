import type { Layer } from 'konva/lib/Layer'
import { createDraft } from './draft.ts'
import { onto } from './over-layer.ts'
import type { RestTiles } from './rest-tiles.ts'
import type { Settling } from './settling.ts'

type Paint = (ctx: CanvasRenderingContext2D) => void

export interface RestDesk {
  readonly tiles: Pick<RestTiles, 'draft' | 'draftable' | 'slow'>
  readonly settling: Settling
  /** Paints what changed since the layer was painted; false when that isn't enough. */
  mendRest(ctx: CanvasRenderingContext2D): boolean
  /** Did the layer show all there is in sight when it was last painted? */
  whole(): boolean
}

/**
 * The layer at rest, in whose place a draft with fewer pixels is shown while somebody pans or zooms, until the layer is
 * sharp again. Only where its tiles say that this is quicker; anywhere else it is the layer and nothing else.
 */
export interface RestLayer {
  /** `mendable` if it shows what it was painted with last, and nothing else. */
  paint(mendable: boolean): void
  /** With everything else on top. */
  paintWith(onTop: Paint): void
  stop(): void
}

export function createRestLayer(
  layer: Layer,
  { tiles, settling, whole, mendRest }: RestDesk,
  ask: () => void,
): RestLayer {
  const draft = createDraft(layer)
  const paintDraft = (onTop: Paint = () => {}): boolean =>
    draft.paint((ctx) => {
      if (!tiles.draft(ctx, settling.settled())) ask()
      onTop(ctx)
    })
  const drafted = (onTop?: Paint): boolean =>
    !settling.still() && (draft.shown() || tiles.draftable()) && paintDraft(onTop)
  const mend = (): boolean => {
    let mended = false
    onto(layer, (ctx) => (mended = mendRest(ctx)))
    return mended
  }
  return {
    paint(mendable) {
      if (drafted()) return
      if (mendable && !draft.shown() && mend()) return
      layer.drawScene()
      if (!draft.shown()) return
      if (whole()) draft.show(false)
      else paintDraft()
    },
    paintWith(onTop) {
      if (drafted(onTop)) return
      layer.drawScene()
      onto(layer, onTop)
    },
    stop: draft.remove,
  }
}
