import { phaseOrder, type Phase } from '@momentous/shared/domain/phase'
import type { Device } from './device.ts'
import { clampZoom } from './zoom-range.ts'

/** Where somebody looked on a wall: the board point in the middle of the stage, whatever size that has the next time. */
export interface Look {
  readonly x: number
  readonly y: number
  readonly zoom: number
  /** In another phase the wall is shown as that phase wants it. */
  readonly phase: Phase
}

/** Where this person looked last on one board. */
export interface Looks {
  /** Null when there is nothing to come back to: then the whole board is shown. */
  read(): Look | null
  keep(look: Look | null): void
}

const KEPT_AS = 'momentous.looks'
/** So many boards are remembered, the latest first. */
const BOARDS_MAX = 30

type Kept = readonly [board: string, look: Look]

/** For a page that keeps nothing. */
export function passingLooks(): Looks {
  let kept: Look | null = null
  return {
    read: () => kept,
    keep: (look) => void (kept = look),
  }
}

export function openLooks(device: Device, board: string): Looks {
  const all = () => readAll(device.read(KEPT_AS))
  return {
    read: () => all().find(([id]) => id === board)?.[1] ?? null,
    keep(look) {
      const others = all().filter(([id]) => id !== board)
      const kept: readonly Kept[] = look === null ? others : [[board, look], ...others]
      device.write(KEPT_AS, JSON.stringify(kept.slice(0, BOARDS_MAX)))
    },
  }
}

/** What can't be read is forgotten. */
function readAll(words: string | null): readonly Kept[] {
  try {
    const kept: unknown = JSON.parse(words ?? '[]')
    return Array.isArray(kept) ? kept.flatMap(readOne) : []
  } catch {
    return []
  }
}

function readOne(kept: unknown): readonly Kept[] {
  if (!Array.isArray(kept)) return []
  const pair: readonly unknown[] = kept
  const [board, look] = pair
  if (typeof board !== 'string' || typeof look !== 'object' || look === null) return []
  const { x, y, zoom, phase: named }: Partial<Record<keyof Look, unknown>> = look
  const phase = phaseOrder.find((each) => each === named)
  if (!isFigure(x) || !isFigure(y) || !isFigure(zoom) || phase === undefined) return []
  return [[board, { x, y, zoom: clampZoom(zoom), phase }]]
}

const isFigure = (given: unknown): given is number => typeof given === 'number' && Number.isFinite(given)
