import type { MomentId } from '@momentous/shared/domain/id'
import { around, centre, contains, type Point, type Rect } from '@momentous/shared/scene/geometry'
import { cell, type Cell } from '../model/cell.ts'
import type { Bench } from './bench.ts'
import { edgeSpot, type Side } from './edge-spot.ts'

/** New moments that nobody here has seen yet. */
export interface Unseen {
  readonly side: Side
  readonly count: number
  /** What to look at. */
  readonly around: Rect
  /** How far along the edge the word about it stands. */
  readonly spot: number
}

export interface Newcomers {
  readonly unseen: Pick<Cell<readonly Unseen[]>, 'get' | 'subscribe'>
  /** Starts to watch; returns the way to stop. */
  watch(): () => void
}

/** Somebody who types or moves on isn't told of each note by itself, and an own note has time to be shown. */
const PAUSE_MS = 400
const SIDES = ['left', 'right', 'above', 'below'] as const

/** Moments that come to the wall where this person doesn't look, until they do. */
export function createNewcomers(bench: Bench): Newcomers {
  const { wall, scene, camera, desk } = bench
  const unseen = cell<readonly Unseen[]>([])
  const known = new Set<MomentId>()
  const waiting = new Set<MomentId>()
  const begin = () => {
    for (const { id } of wall.moments()) known.add(id)
  }
  const take = (ids: Iterable<MomentId>) => {
    if (!desk.looked.get()) return begin()
    for (const id of ids) {
      if (known.has(id)) continue
      known.add(id)
      waiting.add(id)
    }
  }
  const look = () => {
    const seen = camera.visible()
    const beyond = new Map<Side, Rect[]>()
    for (const id of waiting) {
      const rect = scene.note(id)?.rect
      if (rect === undefined || contains(seen, centre(rect))) waiting.delete(id)
      else beyond.set(sideOf(centre(rect), seen), [...(beyond.get(sideOf(centre(rect), seen)) ?? []), rect])
    }
    const next = SIDES.flatMap((side) => unseenAt(side, beyond.get(side) ?? [], bench))
    if (next.length > 0 || unseen.get().length > 0) unseen.set(next)
  }

  return {
    unseen,
    watch() {
      let timer: ReturnType<typeof setTimeout> | undefined
      const soon = () => {
        if (waiting.size === 0) return
        timer ??= setTimeout(() => {
          timer = undefined
          look()
        }, PAUSE_MS)
      }
      begin()
      const stops = [
        wall.subscribe((change) => {
          if (change.kind !== 'moments') return
          take(change.ids)
          soon()
        }),
        camera.subscribe(soon),
        () => clearTimeout(timer),
      ]
      return () => stops.forEach((stop) => stop())
    },
  }
}

function unseenAt(side: Side, rects: readonly Rect[], bench: Bench): readonly Unseen[] {
  const all = around(rects)
  return all === null ? [] : [{ side, count: rects.length, around: all, spot: edgeSpot(side, bench) }]
}

/** The edge that it lies furthest beyond. */
function sideOf({ x, y }: Point, { x: left, y: top, w, h }: Rect): Side {
  const beyond: Readonly<Record<Side, number>> = {
    left: left - x,
    right: x - left - w,
    above: top - y,
    below: y - top - h,
  }
  return SIDES.reduce((far, side) => (beyond[side] > beyond[far] ? side : far))
}
