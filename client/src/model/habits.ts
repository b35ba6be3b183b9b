import { cell, type Cell } from './cell.ts'
import type { Device } from './device.ts'
import { openInk, passingInk, type InkHabits } from './ink-habits.ts'

/** How somebody likes to work, kept on this device and the same on every board. */
export interface Habits {
  /** Do single letters, digits and signs act? */
  readonly singleKeys: Cell<boolean>
  readonly ink: InkHabits
}

const SINGLE_KEYS = 'momentous.single-keys'
const OFF = 'off'

export function openHabits(device: Device): Habits {
  const singleKeys = cell(device.read(SINGLE_KEYS) !== OFF)
  singleKeys.subscribe(() => device.write(SINGLE_KEYS, singleKeys.get() ? 'on' : OFF))
  return { singleKeys, ink: openInk(device) }
}

/** For a page that keeps nothing. */
export function passingHabits(): Habits {
  return { singleKeys: cell(true), ink: passingInk() }
}
