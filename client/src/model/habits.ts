import { cell, type Cell } from './cell.ts'
import type { Device } from './device.ts'
import { openInk, passingInk, type InkHabits } from './ink-habits.ts'
import { openLooks, passingLooks, type Looks } from './looks.ts'
import { openTakeHome, passingTakeHome, type TakeHome } from './take-home.ts'

/** How somebody likes to work, kept on this device. */
export interface Habits {
  /** Do single letters, digits and signs act? */
  readonly singleKeys: Cell<boolean>
  readonly ink: InkHabits
  /** Which file they took home last, and what was in it. */
  readonly takeHome: Cell<TakeHome>
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
    takeHome: openTakeHome(device),
    looksOf: (board) => openLooks(device, board),
  }
}

/** For a page that keeps nothing. */
export function passingHabits(): Habits {
  return { singleKeys: cell(true), ink: passingInk(), takeHome: passingTakeHome(), looksOf: passingLooks }
}
