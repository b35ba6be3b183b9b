import { allowed, refused, type Ruling } from '@momentous/shared/rules/ruling'
import { storeWords } from '../words/store.ts'
import type { History } from './board-store.ts'
import type { Deed } from './deed.ts'
import type { Facts, Inverse } from './giving-back.ts'
import { listeners } from './watched.ts'

/** Typing into one text is one step, until it pauses for so long. */
const PAUSE_MS = 1500
const STEPS_MAX = 200

export interface UndoDesk {
  readonly facts: Facts
  check(deed: Deed): Ruling
  /** Does it, and tells `record` of its inverse. */
  act(deed: Deed): Ruling
  say(sentence: string): void
  now(): number
}

/** One gesture: the inverses of all that it did, in the order of doing. */
interface Step {
  readonly inverses: Inverse[]
  readonly typing: string | null
  at: number
}

export interface RecordingHistory extends History {
  /** A deed was done; `typing` names the text that it typed into. */
  record(inverse: Inverse, typing: string | null): void
  /** Everything that `change` does is one step. */
  together(change: () => void): void
}

/**
 * Undo and redo by deeds, not by Yjs: a step of Yjs's own undo would delete the record that was added, which nobody may
 * (M5), and would be lost with the document when that has to be replaced.
 */
export function createHistory(desk: UndoDesk): RecordingHistory {
  const stacks: Record<'undo' | 'redo', Step[]> = { undo: [], redo: [] }
  const changed = listeners()
  /** The step that is being put together, if several deeds belong to one. */
  let open: Step | null = null
  let direction: 'undo' | 'redo' | null = null

  const push = (step: Step) => {
    const stack = stacks[direction === 'undo' ? 'redo' : 'undo']
    stack.push(step)
    if (stack.length > STEPS_MAX) stack.shift()
    if (direction === null) stacks.redo.length = 0
  }

  const together = (change: () => void) => {
    if (open !== null) return change()
    const step: Step = { inverses: [], typing: null, at: desk.now() }
    open = step
    try {
      change()
    } finally {
      open = null
      if (step.inverses.length > 0) push(step)
      changed.tell()
    }
  }

  const record = (inverse: Inverse, typing: string | null) => {
    if (open !== null) return void open.inverses.push(inverse)
    const last = stacks.undo.at(-1)
    const at = desk.now()
    if (typing !== null && last?.typing === typing && at - last.at < PAUSE_MS) {
      last.inverses.push(inverse)
      last.at = at
      stacks.redo.length = 0
    } else push({ inverses: [inverse], typing, at })
    changed.tell()
  }

  const go = (which: 'undo' | 'redo'): Ruling => {
    const ruling = takeStep(stacks[which], desk, (change) => {
      direction = which
      together(change)
      direction = null
    })
    changed.tell()
    const words = which === 'undo' ? storeWords.undoSkipped : storeWords.redoSkipped
    if (ruling !== null && !ruling.allowed) desk.say(words(ruling.reason))
    return ruling ?? refused('D1', which === 'undo' ? storeWords.nothingToUndo : storeWords.nothingToRedo)
  }

  return {
    canUndo: () => stacks.undo.length > 0,
    canRedo: () => stacks.redo.length > 0,
    undo: () => go('undo'),
    redo: () => go('redo'),
    subscribe: changed.add,
    record,
    together,
  }
}

/** Takes the last step that still means something; null when there is none. One that isn't allowed any more is dropped. */
function takeStep(stack: Step[], desk: UndoDesk, together: (change: () => void) => void): Ruling | null {
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { inverses } = step
    if (inverses.every((inverse) => inverse(desk.facts).length === 0)) continue
    const refusal = inverses
      .flatMap((inverse) => inverse(desk.facts))
      .map(desk.check)
      .find((ruling) => !ruling.allowed)
    if (refusal !== undefined) return refusal
    together(() => {
      for (const inverse of inverses.toReversed()) for (const deed of inverse(desk.facts)) desk.act(deed)
    })
    return allowed
  }
  return null
}
