import { useState } from 'react'
import { findCommands } from '../tools/find-commands.ts'
import type { PageCommand } from '../tools/page-command.ts'
import { usePressAgain } from './use-press-again.ts'

export interface Palette {
  readonly typed: string
  readonly found: readonly PageCommand[]
  /** Which of them the next Enter is for. */
  readonly at: number
  /** Why the last one that was pressed can't be done now. */
  readonly refusal: string | null
  /** The name of the one that waits to be pressed again. */
  readonly again: string | null
  type(words: string): void
  walk(to: number): void
  choose(command: PageCommand | undefined): void
}

export function usePalette(commands: readonly PageCommand[], onClose: () => void): Palette {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const [refusal, setRefusal] = useState<string | null>(null)
  const again = usePressAgain()
  const found = findCommands(commands, typed)
  const walk = (to: number) => {
    setAt(Math.min(found.length - 1, Math.max(0, to)))
    setRefusal(null)
  }
  return {
    ...{ typed, found, at, refusal, walk },
    again: again.name,
    type(words) {
      setTyped(words)
      walk(0)
    },
    choose(command) {
      if (!command) return
      if (command.refusal !== null) return setRefusal(command.refusal)
      if (command.twice && again.asks(command.name)) return
      onClose()
      // Only then: the focus is back where it was, and the command may take it from there.
      setTimeout(command.run)
    },
  }
}
