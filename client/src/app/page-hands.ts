import type { Ruling } from '@momentous/shared/rules/ruling'
import { createContext, use } from 'react'
import { cell, type Cell } from '../model/cell.ts'
import type { BoardStore } from '../model/board-store.ts'
import type { OpenDialog } from '../session/board-dialog.ts'
import type { Ask } from '../session/use-ask.ts'
import type { PageCommand } from '../tools/page-command.ts'
import type { WallHands } from '../tools/wall-offers.ts'
import type { CommandGroup } from '../words/commands.ts'
import type { Mode } from './use-list-or-wall.ts'

/** What the commands of a board's page work with. */
export interface PageHands {
  readonly store: BoardStore
  readonly ask: Ask
  readonly dialog: OpenDialog
  readonly mode: Mode
  readonly onMode: (mode: Mode) => void
  readonly onLeave: () => void
  /** Null while the wall isn't on the screen. */
  readonly wall: WallHands | null
}

type Facts = Partial<Pick<PageCommand, 'refusal' | 'twice'>>

/** Keys of the page as a whole, by the command that they stand for. */
const pageKeys = {
  'list-or-wall': ['shift+l'],
  shortcuts: ['?'],
  commands: ['mod+k', '/'],
  find: ['mod+f'],
} as const satisfies Readonly<Record<string, readonly string[]>>
export type KeyedCommand = keyof typeof pageKeys
const isKeyed = (name: string): name is KeyedCommand => name in pageKeys

/** The command that a chord stands for; undefined when it is none of the page's. */
export function commandOfKey(chord: string): KeyedCommand | undefined {
  return Object.keys(pageKeys)
    .filter(isKeyed)
    .find((name) => pageKeys[name].some((key) => key === chord))
}

export function command(
  group: CommandGroup,
  name: string,
  label: string,
  run: () => void,
  facts: Facts = {},
): PageCommand {
  return { name, label, group, run, keys: keysOf(name), onWall: false, refusal: null, twice: false, ...facts }
}

/** Why not, in a sentence; null when nothing stands in the way. */
export const reasonOf = (ruling: Ruling): string | null => (ruling.allowed ? null : ruling.reason)

function keysOf(name: string): readonly string[] {
  return isKeyed(name) ? pageKeys[name] : []
}

/** The wall, while it is on the screen. */
export const WallOnScreenContext = createContext<Cell<WallHands | null>>(cell<WallHands | null>(null))

/** Null outside of an open board. */
export const PageHandsContext = createContext<(() => PageHands) | null>(null)

/** What the commands work with, as it is when somebody asks. */
export function usePageHands(): () => PageHands {
  const hands = use(PageHandsContext)
  if (hands === null) throw new Error('Commands need an open board around them.')
  return hands
}
