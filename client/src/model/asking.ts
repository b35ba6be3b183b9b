import type { FrameOf } from '@momentous/shared/wire/frames'
import { storeWords } from '../words/store.ts'
import type { Outcome } from './board-store.ts'
import { canWait, slotOf } from './lasting-verbs.ts'
import type { Question } from './waiting.ts'
import { listeners, type Watched } from './watched.ts'

/** Commands on their way to the server and back. What a person has given for good waits through an hour offline. */
export interface Asking {
  /** `over` is called when the server has answered for good, which may be long after this has settled. */
  ask(name: string, args: unknown, over?: () => void): Promise<Outcome>
  answered(outcome: FrameOf<'outcome'>): void
  /** The link is there (again): what is unanswered goes once more, under the same id. */
  connected(): void
  /** The link is gone: nobody waits at the screen for what can wait by itself. */
  disconnected(): void
  /** Takes over what a page had left; what was asked for then is asked again. */
  restore(questions: readonly Question[], over?: (question: Question) => () => void): void
  /** What waits on this device for the server. */
  waiting(): readonly Question[]
  /** None of it will ever be sent. */
  drop(): void
  /** How many of a person's answers the server has not yet said it has. */
  readonly count: Watched<number>
  /** Since when the oldest is unanswered, on the page's own clock; null when none is. */
  since(): number | null
  subscribe(listener: () => void): () => void
  close(): void
}

export interface AskingDesk {
  send(command: FrameOf<'command'>): boolean
  newId(): string
  newKey(): string
  now(): number
  /** Is there a link to the server? */
  online(): boolean
  /** What the device keeps of what waits. */
  keep(made: readonly Question[], gone: readonly string[]): void
  /** The server would not take something that its author had left with this device. */
  refused(question: Question, outcome: Outcome & { ok: false }): void
}

export const ANSWER_MS = 15_000
/** Without a link nobody has to look at a button for so long that does nothing. */
const NO_LINK_MS = 4000

interface Open extends Question {
  readonly since: number
  sent: boolean
  /** Nobody waits for the answer at the screen any more. */
  left: boolean
  settle(outcome: Outcome): void
  over(): void
}

const LATER: Outcome = { ok: true, later: true }

export function createAsking(desk: AskingDesk): Asking {
  const open = new Map<string, Open>()
  const changed = listeners()

  const waiting = () => [...open.values()].filter(({ left }) => left)
  const end = (question: Open) => {
    open.delete(question.command.id)
    if (canWait(question.command.name)) desk.keep([], [question.key])
    question.over()
    changed.tell()
  }
  const leave = (question: Open) => {
    question.left = true
    question.settle(LATER)
  }
  const fail = (question: Open, reason: string) => {
    if (question.left) return
    if (canWait(question.command.name)) return leave(question)
    end(question)
    question.settle({ ok: false, rule: null, reason })
  }
  /** A later ballot of the same round takes the place of the one that waits. */
  const replaceWaiting = (slot: string | null) => {
    if (slot === null) return
    for (const each of waiting()) if (slotOf(each.command) === slot) end(each)
  }
  const add = (question: Question, waits: Pick<Open, 'settle' | 'over' | 'left'>) => {
    const asked: Open = { ...question, ...waits, since: desk.now(), sent: false }
    open.set(question.command.id, asked)
    asked.sent = desk.send(question.command)
    return asked
  }

  return {
    ask(name, args, over = () => {}) {
      const question: Question = { key: desk.newKey(), command: { id: desk.newId(), name, args } }
      return new Promise((resolve) => {
        replaceWaiting(slotOf(question.command))
        const ms = desk.online() ? ANSWER_MS : NO_LINK_MS
        const timer = setTimeout(() => fail(asked, asked.sent ? storeWords.noAnswer : storeWords.offline), ms)
        const settle = (outcome: Outcome) => {
          clearTimeout(timer)
          resolve(outcome)
        }
        const asked = add(question, { settle, over, left: false })
        if (canWait(name)) {
          desk.keep([question], [])
          if (!desk.online()) leave(asked)
        }
        changed.tell()
      })
    },
    answered({ id, ...outcome }) {
      const question = open.get(id)
      if (question === undefined) return
      // No rule spoke: the server could not, this time.
      if (question.left && !outcome.ok && outcome.rule === null) return
      end(question)
      if (question.left && !outcome.ok) desk.refused(question, outcome)
      question.settle(outcome)
    },
    connected() {
      for (const question of open.values()) question.sent = desk.send(question.command) || question.sent
    },
    disconnected() {
      for (const question of open.values()) if (!question.left && canWait(question.command.name)) leave(question)
    },
    restore(questions, over = () => () => {}) {
      for (const question of questions) {
        if (open.has(question.command.id)) continue
        add(question, { settle: () => {}, over: over(question), left: true })
      }
      if (questions.length > 0) changed.tell()
    },
    waiting,
    drop() {
      for (const question of waiting()) end(question)
    },
    count: {
      get: () => [...open.values()].filter(({ command }) => canWait(command.name)).length,
      subscribe: changed.add,
    },
    since: () => open.values().next().value?.since ?? null,
    subscribe: changed.add,
    close() {
      for (const question of [...open.values()]) {
        if (!question.left) fail(question, storeWords.closedPage)
      }
    },
  }
}
