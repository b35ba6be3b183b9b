import { intersects } from '@momentous/shared/scene/geometry'
import type { FrameClock } from '../model/flight.ts'
import type { Bench } from '../tools/bench.ts'
import type { Aloft } from './aloft.ts'
import type { RestTiles } from './rest-tiles.ts'
import type { LayerName, Sheets } from './sheets.ts'

/** One painting a frame at most, and only of layers that have something new to show. */
export interface Frames {
  /** At the next frame. */
  ask(...layers: readonly LayerName[]): void
  /** For what others do: at every second frame at most, unless something of one's own is painted before. */
  askCalmly(...layers: readonly LayerName[]): void
  stop(): void
}

/** Somebody's hand is told of thirty times a second; of thirty hands nobody sees more than thirty pictures a second. */
const CALM_MS = 25

interface FramesDesk {
  readonly tiles: Pick<RestTiles, 'damage' | 'damageAll'>
  readonly aloft: Aloft
  readonly clock: FrameClock
}

export function createFrames(bench: Bench, { tiles, aloft, clock }: FramesDesk, sheets: Pick<Sheets, 'paint'>): Frames {
  let asked = new Set<LayerName>()
  let stop: (() => void) | null = null
  let calm = true
  let painted = -Infinity

  /** Takes in what the board and the hands did since the last frame. */
  const prepare = () => {
    const { damage, moved } = bench.scene.collect()
    if (damage === null) tiles.damageAll()
    else for (const part of damage) tiles.damage(part)
    const changed = aloft.look(moved)
    const pieces = changed.flatMap((id) => bench.scene.piece(id)?.bounds ?? [])
    for (const part of pieces) tiles.damage(part)
    const seen = bench.camera.visible()
    const inSight = damage === null || [...damage, ...pieces].some((part) => intersects(part, seen))
    if (inSight) asked.add('rest').add('moving').add('overlay')
  }
  const frame = () => {
    stop = null
    if (calm && clock.now() - painted < CALM_MS) return askCalmly()
    calm = true
    painted = clock.now()
    prepare()
    // Whatever lands in this frame is taken in by the next one.
    const running = aloft.running()
    const now = asked
    // Whoever has too much to paint asks again.
    asked = new Set()
    sheets.paint(now)
    if (running) ask('moving', 'overlay')
  }
  const askCalmly = (...names: readonly LayerName[]) => {
    for (const name of names) asked.add(name)
    stop ??= clock.next(frame)
  }
  const ask = (...names: readonly LayerName[]) => {
    calm = false
    askCalmly(...names)
  }
  return { ask, askCalmly, stop: () => stop?.() }
}
