import { listeners } from '@momentous/shared/scene/listeners'
import { madeBack } from './first-words.ts'
import type { TypedText } from './history.ts'
import type { Facts, Inverse } from './giving-back.ts'

/** Typing into one text is one step, until it pauses for so long. */
const PAUSE_MS = 1500
const STEPS_MAX = 200

export interface StepsDesk {
  readonly facts: Facts
  now(): number
}

/** One gesture: the inverses of all that it did, in the order of doing. */
export interface Step {
  readonly inverses: Inverse[]
  readonly typing: string | null
  /** Where typing on goes in: of what was made just now, beside its making. */
  readonly typed: Inverse[]
  at: number
}

/** What a deed was about, as far as words are. */
export interface Wording {
  /** The text that it typed into. */
  readonly typing: TypedText | null
  /** The text that waits for its first words. */
  readonly toBe: TypedText | null
}

/** What was done, gesture by gesture, and what was taken back. */
export function createSteps(desk: StepsDesk) {
  const stacks: Record<'undo' | 'redo', Step[]> = { undo: [], redo: [] }
  const changed = listeners()
  /** The step that is being put together, if several deeds belong to one. */
  let open: Step | null = null
  let direction: 'undo' | 'redo' | null = null

  const push = (step: Step) => {
    put(step, stacks[direction === 'undo' ? 'redo' : 'undo'])
    if (direction === null) stacks.redo.length = 0
  }

  const putInto = (step: Step, change: () => void) => {
    open = step
    try {
      change()
    } finally {
      open = null
    }
  }

  const together = (change: () => void, typing: string | null = null) => {
    if (open !== null) return change()
    const step = { ...oneStep([], null, desk.now()), typing }
    try {
      putInto(step, change)
    } finally {
      if (step.inverses.length > 0) push(step)
      changed.tell()
    }
  }

  const withTyping = (text: TypedText, change: () => void) => {
    const last = stacks.undo.at(-1)
    if (open !== null || last?.typing !== nameOfText(text)) return together(change)
    putInto(last, change)
    changed.tell()
  }

  const withoutTrace = (change: () => void) => {
    // What is told to nobody is put together and forgotten.
    putInto(oneStep([], null, desk.now()), change)
    dropEmpty(stacks.undo, desk.facts)
    changed.tell()
  }

  const record = (inverse: Inverse, { typing, toBe }: Wording) => {
    if (open !== null) return void open.inverses.push(inverse)
    const at = desk.now()
    if (goesOn(stacks.undo.at(-1), inverse, typing, at)) stacks.redo.length = 0
    else push(toBe === null ? oneStep([inverse], typing, at) : makingStep(inverse, toBe))
    changed.tell()
  }

  return {
    stacks,
    changed,
    together: (change: () => void) => together(change),
    withTyping,
    withoutTrace,
    record,
    /** What `change` does takes a step back, or does one anew. */
    taking(which: 'undo' | 'redo', typing: string | null, change: () => void) {
      direction = which
      together(change, typing)
      direction = null
    },
  }
}

/** How a step that types names its text. */
export function nameOfText({ root, id, key }: TypedText): string {
  return `${root}/${id}/${key}`
}

function oneStep(inverses: Inverse[], typing: TypedText | null, at: number): Step {
  return { inverses, typing: typing && nameOfText(typing), typed: inverses, at }
}

/** However long the first words take, they belong to the making. */
function makingStep(made: Inverse, text: TypedText): Step {
  const typed: Inverse[] = []
  return { inverses: [madeBack(made, text, typed)], typing: nameOfText(text), typed, at: Infinity }
}

function put(step: Step, stack: Step[]): void {
  stack.push(step)
  if (stack.length > STEPS_MAX) stack.shift()
}

/** Typing on without a pause belongs to the step before. */
function goesOn(last: Step | undefined, inverse: Inverse, typing: TypedText | null, at: number): boolean {
  if (typing === null || last?.typing !== nameOfText(typing) || at - last.at >= PAUSE_MS) return false
  last.typed.push(inverse)
  last.at = at
  return true
}

export const isEmpty = ({ inverses }: Step, facts: Facts) => inverses.every((inverse) => inverse(facts).length === 0)

function dropEmpty(stack: Step[], facts: Facts): void {
  for (let last = stack.at(-1); last !== undefined && isEmpty(last, facts); last = stack.at(-1)) stack.pop()
}
