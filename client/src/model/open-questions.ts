import type { Outcome } from './board-store.ts'
import { canWait } from './lasting-verbs.ts'
import type { Question } from './waiting.ts'
import { listeners } from '@momentous/shared/scene/listeners'

/** A command that the server has not answered for good. */
export interface OpenQuestion extends Question {
  readonly since: number
  sent: boolean
  /** Nobody waits for the answer at the screen any more. */
  left: boolean
  settle(outcome: Outcome): void
  over(): void
}

const LATER: Outcome = { ok: true, later: true }

/** What is unanswered, in the order of asking. `forget` takes one off the device. */
export function createOpenQuestions(forget: (question: Question) => void) {
  const open = new Map<string, OpenQuestion>()
  const changed = listeners()

  const end = (question: OpenQuestion): void => {
    open.delete(question.command.id)
    if (canWait(question.command.name)) forget(question)
    question.over()
    changed.tell()
  }
  /** What can wait by itself is left with the device; anything else has failed. */
  const leave = (question: OpenQuestion, reason: string): void => {
    if (question.left) return
    if (canWait(question.command.name)) {
      question.left = true
      question.settle(LATER)
    } else {
      end(question)
      question.settle({ ok: false, rule: null, reason })
    }
  }
  return {
    add(question: OpenQuestion): void {
      open.set(question.command.id, question)
      changed.tell()
    },
    get: (id: string) => open.get(id),
    all: (): readonly OpenQuestion[] => [...open.values()],
    left: (): readonly OpenQuestion[] => [...open.values()].filter(({ left }) => left),
    lasting: (): readonly OpenQuestion[] => [...open.values()].filter(({ command }) => canWait(command.name)),
    end,
    leave,
    subscribe: changed.add,
  }
}
