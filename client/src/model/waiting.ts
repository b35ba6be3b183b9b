import type { FrameOf } from '@momentous/shared/wire/frames'
import type { Change } from './outbox.ts'

/** A command for the server, written on this device, that it has not answered. */
export interface Question {
  /** Unique on this device and sortable by the order of making. */
  readonly key: string
  readonly command: FrameOf<'command'>
}

/** What a person did that is not on the server's disk for all we know. */
export type Waiting = Change | Question

function isQuestion(waiting: Waiting): waiting is Question {
  return !('update' in waiting)
}

/** What was left by a page: changes of the document, and commands. Each in the order of making. */
export interface Left {
  readonly changes: readonly Change[]
  readonly questions: readonly Question[]
}

export function leftOf(waiting: Iterable<Waiting>): Left {
  const sorted = [...waiting].toSorted((a, b) => (a.key < b.key ? -1 : 1))
  return {
    changes: sorted.filter((each): each is Change => !isQuestion(each)),
    questions: sorted.filter(isQuestion),
  }
}
