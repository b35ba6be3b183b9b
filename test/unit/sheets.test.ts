import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OverPainter } from '../../client/src/canvas/over-painter.ts'
import { createSheets, type LayerName, type Layers } from '../../client/src/canvas/sheets.ts'

const all: ReadonlySet<LayerName> = new Set<LayerName>(['rest', 'moving', 'overlay'])
const only = (...names: readonly LayerName[]): ReadonlySet<LayerName> => new Set(names)

/** Three canvases that write down what is painted on them, and a wall that says what there is to paint. */
function stage() {
  const lines: string[] = []
  const hidden = new Set<LayerName>()
  const ratio = { rest: 2, moving: 2, overlay: 2 }
  const is = { moved: false, moves: false, overlays: false, blends: false, mends: false, drags: false, slow: false }
  const layer = (name: LayerName) => ({
    drawScene: () => void lines.push(name),
    clear: () => void lines.push(`${name} cleared`),
    getContext: () => ({ _context: { on: name, save: () => {}, restore: () => {} } }),
    getCanvas: () => ({
      getPixelRatio: () => ratio[name],
      setPixelRatio: (next: number) => void (ratio[name] = next),
    }),
    getNativeCanvasElement: () => ({
      style: {},
      animate() {
        hidden.add(name)
        return { cancel: () => void hidden.delete(name) }
      },
    }),
  })
  const upon = (what: string) => (ctx: unknown) => void lines.push(`${what} on ${(ctx as { on: string }).on}`)
  const over: OverPainter = {
    ...{ moving: upon('moving'), overlay: upon('overlay') },
    ...{ moves: () => is.moves, overlays: () => is.overlays, blends: () => is.blends },
    drags: () => is.drags,
  }
  const view = {
    tiles: { draftable: () => false, slow: () => is.slow },
    settling: { still: () => !is.moved, settled: () => true },
    whole: () => true,
    mendRest() {
      if (is.mends) lines.push('rest mended')
      return is.mends
    },
  }
  const layers = { rest: layer('rest'), moving: layer('moving'), overlay: layer('overlay') } as unknown as Layers
  const sheets = createSheets(layers, { view, over, ask: () => {} } as never)
  return {
    hidden: () => [...hidden],
    ratio,
    /** What is painted when this is asked for and the wall is so. */
    paint(asked: ReadonlySet<LayerName>, now: Partial<typeof is> = {}) {
      Object.assign(is, now)
      lines.length = 0
      sheets.paint(asked)
      return [...lines]
    },
    stop: sheets.stop,
  }
}

describe('the canvases of the wall', () => {
  beforeEach(() => void vi.stubGlobal('devicePixelRatio', 2))
  afterEach(() => void vi.unstubAllGlobals())

  it('that have nothing to show are empty and out of sight', () => {
    const { paint, hidden } = stage()
    expect(paint(all)).toEqual(['moving cleared', 'overlay cleared', 'rest'])
    expect(hidden()).toEqual(['moving', 'overlay'])
    expect(paint(all)).toEqual(['rest'])
  })

  it('come back painted with what they have to show, whoever asked', () => {
    const { paint, hidden } = stage()
    paint(all)
    expect(paint(only('rest'), { overlays: true })).toEqual(['overlay', 'rest'])
    expect(hidden()).toEqual(['moving'])
    expect(paint(only('moving'))).toEqual([])
    expect(paint(only('overlay'))).toEqual(['overlay'])
  })

  it('what lies over things that move is painted with them', () => {
    const { paint, hidden } = stage()
    paint(all, { overlays: true })
    expect(paint(only('moving'), { moves: true })).toEqual(['moving', 'overlay on moving', 'overlay cleared'])
    expect(hidden()).toEqual(['overlay'])
    expect(paint(only('overlay'))).toEqual(['moving', 'overlay on moving'])
    expect(paint(only('moving', 'overlay'), { moves: false })).toEqual(['moving cleared', 'overlay'])
  })

  it('what is blended with what lies below has a canvas of its own', () => {
    const { paint, hidden } = stage()
    expect(paint(all, { moves: true, overlays: true, blends: true })).toEqual(['moving', 'overlay', 'rest'])
    expect(paint(all, { moved: true })).toEqual(['moving', 'overlay', 'rest'])
    expect(hidden()).toEqual([])
  })

  it('are one while somebody pans or zooms, and apart again at rest', () => {
    const { paint, hidden } = stage()
    paint(all, { moves: true, overlays: true })
    const one = ['rest', 'moving on rest', 'overlay on rest']
    expect(paint(only('rest'), { moved: true })).toEqual([...one, 'moving cleared'])
    expect(hidden().toSorted()).toEqual(['moving', 'overlay'])
    expect(paint(only('overlay'), { mends: true })).toEqual(one)
    expect(paint(only('overlay'), { moved: false })).toEqual(['moving', 'overlay on moving', 'rest'])
    expect(hidden()).toEqual(['overlay'])
  })

  it('what is in the hand has a pixel for each of the page where there are too many of the device', () => {
    const { paint, ratio } = stage()
    paint(all, { moves: true, overlays: true, slow: true })
    expect(ratio).toEqual({ rest: 2, moving: 2, overlay: 2 })
    paint(only('moving'), { drags: true })
    expect(ratio).toEqual({ rest: 2, moving: 1, overlay: 2 })
    paint(only('moving'), { drags: false })
    expect(ratio).toEqual({ rest: 2, moving: 2, overlay: 2 })
    paint(only('moving'), { drags: true, slow: false })
    expect(ratio).toEqual({ rest: 2, moving: 2, overlay: 2 })
  })

  it('what has changed at rest is mended where that is enough', () => {
    const { paint } = stage()
    paint(all)
    expect(paint(only('rest'), { mends: true })).toEqual(['rest mended'])
    expect(paint(only('rest'), { mends: false })).toEqual(['rest'])
  })

  it('are all in sight when nobody keeps them painted any more', () => {
    const { paint, hidden, stop } = stage()
    paint(all)
    stop()
    expect(hidden()).toEqual([])
  })
})
