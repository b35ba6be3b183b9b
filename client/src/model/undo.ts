import { allowed, refused, type Ruling } from '@momentous/shared/rules/ruling'
import { storeWords } from '../words/store.ts'
import type { History } from './history.ts'
import type { Deed } from './deed.ts'
import type { Inverse } from './giving-back.ts'
import { createSteps, isEmpty, nameOfText, type Step, type StepsDesk, type Wording } from './undo-steps.ts'

export interface UndoDesk extends StepsDesk {
  check(deed: Deed): Ruling
  /** Does it, and tells `record` of its inverse. */
  act(deed: Deed): Ruling
  say(sentence: string): void
}

export interface RecordingHistory extends History {
  /** A deed was done. */
  record(inverse: Inverse, wording: Wording): void
  /** Everything that `change` does is one step. */
  together(change: () => void): void
  /** Others have changed something: tells when there is nothing to take back any more, or something again. */
  lookAgain(): void
}

/**
 * Undo and redo by deeds, not by Yjs: a step of Yjs's own undo would delete the record that was added, which nobody may
 * (M5), and would be lost with the document when that has to be replaced.
 */
export function createHistory(desk: UndoDesk): RecordingHistory {
  const { stacks, changed, taking, ...steps } = createSteps(desk)
  const go = (which: 'undo' | 'redo'): Ruling => {
    const ruling = takeStep(stacks[which], desk, (typing, change) => taking(which, typing, change))
    changed.tell()
    const words = which === 'undo' ? storeWords.undoSkipped : storeWords.redoSkipped
    if (ruling !== null && !ruling.allowed) desk.say(words(ruling.reason))
    return ruling ?? refused('D1', which === 'undo' ? storeWords.nothingToUndo : storeWords.nothingToRedo)
  }
  const answers = { undo: false, redo: false }
  const last = (which: 'undo' | 'redo') => stacks[which].findLast((step) => !isEmpty(step, desk.facts))
  const can = (which: 'undo' | 'redo') => last(which) !== undefined
  const answer = (which: 'undo' | 'redo') => (answers[which] = can(which))
  return {
    ...steps,
    isTyping: (which, text) => last(which)?.typing === nameOfText(text),
    canUndo: () => answer('undo'),
    canRedo: () => answer('redo'),
    lookAgain() {
      if (answers.undo !== can('undo') || answers.redo !== can('redo')) changed.tell()
    },
    undo: () => go('undo'),
    redo: () => go('redo'),
    subscribe: changed.add,
  }
}

type Taking = (typing: string | null, change: () => void) => void

/** Takes the last step that still means something; null when there is none. One that isn't allowed any more is dropped. */
function takeStep(stack: Step[], desk: UndoDesk, taking: Taking): Ruling | null {
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { inverses } = step
    if (isEmpty(step, desk.facts)) continue
    const refusal = inverses
      .flatMap((inverse) => inverse(desk.facts))
      .map(desk.check)
      .find((ruling) => !ruling.allowed)
    if (refusal !== undefined) return refusal
    taking(step.typing, () => {
      for (const inverse of inverses.toReversed()) for (const deed of inverse(desk.facts)) desk.act(deed)
    })
    return allowed
  }
  return null
}
