import type { KeyAction } from './key-actions.ts'
import { wallCommands } from './wall-commands.ts'

type Keys = Readonly<Record<string, KeyAction>>

/** What a chord does; where it means several things, the first that has something to do does it. */
function keysOf(onWall: boolean): Keys {
  const actions = new Map<string, readonly KeyAction[]>()
  for (const command of Object.values(wallCommands)) {
    if (command.onWall !== onWall) continue
    for (const chord of command.keys) actions.set(chord, [...(actions.get(chord) ?? []), command.act])
  }
  const first =
    (tried: readonly KeyAction[]): KeyAction =>
    (bench, toolbox) =>
      tried.some((act) => act(bench, toolbox))
  return Object.fromEntries([...actions].map(([chord, tried]) => [chord, first(tried)]))
}

/** Single keys and chords that work wherever nothing is being typed. */
export const keysAnywhere: Keys = keysOf(false)

/** Keys that belong to the wall while it has the focus. */
export const keysOnWall: Keys = keysOf(true)
