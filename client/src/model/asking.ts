import type { FrameOf } from '@momentous/shared/wire/frames'
import { storeWords } from '../words/store.ts'
import type { Outcome } from './board-store.ts'

/** Commands on their way to the server and back. */
export interface Asking {
  ask(name: string, args: unknown): Promise<Outcome>
  answered(outcome: FrameOf<'outcome'>): void
  /** The link is there (again): what is unanswered goes once more, under the same id. */
  connected(): void
  close(): void
}

export interface AskingDesk {
  send(command: FrameOf<'command'>): boolean
  newId(): string
}

export const ANSWER_MS = 15_000

interface Question {
  readonly command: FrameOf<'command'>
  sent: boolean
  settle(outcome: Outcome): void
}

export function createAsking(desk: AskingDesk): Asking {
  const open = new Map<string, Question>()

  const settle = (id: string, outcome: Outcome) => {
    open.get(id)?.settle(outcome)
    open.delete(id)
  }
  const fail = (id: string, reason: string) => settle(id, { ok: false, rule: null, reason })

  return {
    ask(name, args) {
      const id = desk.newId()
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          fail(id, open.get(id)?.sent === true ? storeWords.noAnswer : storeWords.offline)
        }, ANSWER_MS)
        const command = { id, name, args }
        open.set(id, {
          command,
          sent: desk.send(command),
          settle(outcome) {
            clearTimeout(timer)
            resolve(outcome)
          },
        })
      })
    },
    answered({ id, ...outcome }) {
      settle(id, outcome)
    },
    connected() {
      for (const question of open.values()) question.sent = desk.send(question.command) || question.sent
    },
    close() {
      for (const id of [...open.keys()]) fail(id, storeWords.closedPage)
    },
  }
}
