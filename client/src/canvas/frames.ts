import type { Layer } from 'konva/lib/Layer'
import type { FrameClock } from '../model/flight.ts'
import type { Bench } from '../tools/bench.ts'
import type { Aloft } from './aloft.ts'
import type { WallPainter } from './wall-painter.ts'

/** Notes and ink at rest; what is being moved or drawn; rings, handles, dots and cursors. */
export interface Layers {
  readonly rest: Layer
  readonly moving: Layer
  readonly overlay: Layer
}

type LayerName = keyof Layers

/** One painting a frame at most, and only of layers that have something new to show. */
export interface Frames {
  ask(...layers: readonly LayerName[]): void
  stop(): void
}

export function createFrames(
  bench: Bench,
  layers: Layers,
  painter: WallPainter,
  aloft: Aloft,
  clock: FrameClock,
): Frames {
  const asked = new Set<LayerName>()
  /** A layer that shows nothing and has nothing to show is left alone. */
  const shows = { moving: true, overlay: true }
  let stop: (() => void) | null = null

  /** Takes in what the board and the hands did since the last frame. */
  const prepare = () => {
    const { damage, moved } = bench.scene.collect()
    if (damage === null) painter.tiles.damageAll()
    else for (const part of damage) painter.tiles.damage(part)
    const changed = aloft.look(moved)
    for (const id of changed) {
      const piece = bench.scene.piece(id)
      if (piece) painter.tiles.damage(piece.bounds)
    }
    if (damage === null || damage.length > 0 || changed.length > 0) asked.add('rest').add('moving').add('overlay')
  }
  const draw = (name: 'moving' | 'overlay', needed: boolean) => {
    if (asked.has(name) && (needed || shows[name])) layers[name].drawScene()
    shows[name] = needed
  }
  const frame = () => {
    stop = null
    prepare()
    // Whatever lands in this frame is taken in by the next one.
    const running = aloft.running()
    const rest = asked.delete('rest')
    draw('moving', painter.moves())
    draw('overlay', painter.overlays())
    asked.clear()
    // Last, because it asks again when there was too much to paint.
    if (rest) layers.rest.drawScene()
    if (running) ask('moving', 'overlay')
  }
  const ask = (...names: readonly LayerName[]) => {
    for (const name of names) asked.add(name)
    stop ??= clock.next(frame)
  }
  return { ask, stop: () => stop?.() }
}
