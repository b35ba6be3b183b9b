import { cell, type Cell } from './cell.ts'
import type { Device } from './device.ts'
import { openInk, passingInk, type InkHabits } from './ink-habits.ts'
import { openLooks, passingLooks, type Looks } from './looks.ts'

/** How somebody likes to work, kept on this device. */
export interface Habits {
  /** Do single letters, digits and signs act? */
  readonly singleKeys: Cell<boolean>
  readonly ink: InkHabits
  /** For habits that few parts ask after: those read them when they are there. */
  readonly device: Pick<Device, 'read' | 'write'>
  /** Where they looked last on a board; the rest is the same on every board. */
  looksOf(board: string): Looks
}

const SINGLE_KEYS = 'momentous.single-keys'
const OFF = 'off'

export function openHabits(device: Device): Habits {
  const singleKeys = cell(device.read(SINGLE_KEYS) !== OFF)
  singleKeys.subscribe(() => device.write(SINGLE_KEYS, singleKeys.get() ? 'on' : OFF))
  return {
    singleKeys,
    ink: openInk(device),
    device,
    looksOf: (board) => openLooks(device, board),
  }
}

/** For a page that keeps nothing. */
export function passingHabits(): Habits {
  const kept = new Map<string, string>()
  return {
    singleKeys: cell(true),
    ink: passingInk(),
    device: { read: (key) => kept.get(key) ?? null, write: (key, words) => void kept.set(key, words) },
    looksOf: passingLooks,
  }
}
