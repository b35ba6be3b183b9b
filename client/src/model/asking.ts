import type { FrameOf } from '@momentous/shared/wire/frames'
import { storeWords } from '../words/store.ts'
import type { Outcome } from './board-store.ts'
import { canWait, slotOf } from './lasting-verbs.ts'
import { createOpenQuestions, type OpenQuestion } from './open-questions.ts'
import type { Question } from './waiting.ts'
import type { Watched } from './watched.ts'

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
  /** What waits on this device for the server, and nobody waits for the answer at the screen. */
  waiting(): readonly Question[]
  /** The same, and what somebody waits for. */
  unanswered(): readonly Question[]
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

/** On the page's own clock: what was taken over is older than the page. */
const PAGE_BEGAN = 0

export function createAsking(desk: AskingDesk): Asking {
  const open = createOpenQuestions(({ key }) => desk.keep([], [key]))
  const send = (question: OpenQuestion) => {
    question.sent = desk.send(question.command) || question.sent
  }
  return {
    ask: (name, args, over = () => {}) => ask(desk, open, { name, args }, over),
    answered({ id, ...outcome }) {
      const question = open.get(id)
      if (question === undefined) return
      // No rule spoke: the server could not, this time.
      if (question.left && !outcome.ok && outcome.rule === null) return
      open.end(question)
      if (question.left && !outcome.ok) desk.refused(question, outcome)
      question.settle(outcome)
    },
    connected: () => open.all().forEach(send),
    disconnected() {
      for (const question of open.lasting()) open.leave(question, storeWords.offline)
    },
    restore(questions, over = () => () => {}) {
      for (const left of questions) {
        if (open.get(left.command.id) !== undefined) continue
        const question = { ...left, settle: () => {}, over: over(left), left: true, sent: false, since: PAGE_BEGAN }
        open.add(question)
        send(question)
      }
    },
    waiting: open.left,
    unanswered: open.lasting,
    drop: () => open.left().forEach(open.end),
    count: { get: () => open.lasting().length, subscribe: open.subscribe },
    since: () => open.all()[0]?.since ?? null,
    subscribe: open.subscribe,
    close() {
      for (const question of open.all()) open.leave(question, storeWords.closedPage)
    },
  }
}

type Open = ReturnType<typeof createOpenQuestions>

function ask(
  desk: AskingDesk,
  open: Open,
  asked: { readonly name: string; readonly args: unknown },
  over: () => void,
): Promise<Outcome> {
  const slot = slotOf(asked)
  // A later ballot of the same round takes the place of the one that waits.
  if (slot !== null) for (const each of open.left()) if (slotOf(each.command) === slot) open.end(each)
  const left: Question = { key: desk.newKey(), command: { id: desk.newId(), ...asked } }
  const [online, lasts] = [desk.online(), canWait(asked.name)]
  return new Promise((resolve) => {
    const question: OpenQuestion = {
      ...{ ...left, over, left: false, sent: false, since: desk.now() },
      settle(outcome) {
        clearTimeout(timer)
        resolve(outcome)
      },
    }
    const late = () => open.leave(question, question.sent ? storeWords.noAnswer : storeWords.offline)
    const timer = setTimeout(late, online ? ANSWER_MS : NO_LINK_MS)
    if (lasts) desk.keep([left], [])
    question.sent = desk.send(question.command)
    open.add(question)
    if (lasts && !online) late()
  })
}
