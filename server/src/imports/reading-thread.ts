import { Unreadable } from '@momentous/shared/imports/unreadable'
import { Worker } from 'node:worker_threads'
import { alarm, type After } from '../alarm.ts'
import { askThread } from '../ask-thread.ts'
import type { Asked, Told } from './reading-worker.ts'

/**
 * Reads files that come in, in a thread of its own, one at a time: whatever a file makes of itself there, the boards of
 * everybody else go on.
 */
export interface FileReader {
  /** Rejects with `Unreadable` for a file that can't be taken, and with `Busy` when others wait already. */
  ask<Kind extends Asked['kind']>(
    asked: Extract<Asked, { kind: Kind }>,
    from: Asker,
  ): Promise<Extract<Told, { kind: Kind }>>
  close(): void
}

export interface Asker {
  /** The board or the address that the file is for: none of them fills the line alone. */
  readonly whose: string
  /** Nobody waits for the answer any more. */
  gone(): boolean
}

/** More files wait than it is fair to keep in memory, or the server is about to stop. */
export class Busy extends Error {}

const WAITING_MAX = 8
const WAITING_EACH = 2
/** A form is read in a tenth of a second, the largest board in five; a slow machine may take longer. */
const PATIENCE = 45_000
/** What reading may take, in megabytes. A thread that wants more dies, and nobody else. */
const MEMORY = 768
/** A thread that has nothing to do for so long ends, and its memory with it. */
const IDLE = 30_000

const TOO_MUCH = 'This file is too large to be read here. Bring it in parts.'

export function createFileReader(after: After, begin: () => Worker = beginThread): FileReader {
  let thread: Worker | null = null
  let last: Promise<unknown> = Promise.resolve()
  const waiting: string[] = []
  let closed = false
  const idle = alarm(after, end)

  function end(): void {
    idle.clear()
    void thread?.terminate()
    thread = null
  }

  async function read(asked: Asked): Promise<Told> {
    if (closed) throw new Busy()
    idle.clear()
    thread ??= begin()
    const cancel = after(PATIENCE, end)
    const answer = await answerOf(thread, asked).catch(() => {
      end()
      return { sentence: TOO_MUCH }
    })
    cancel()
    if (thread !== null) idle.set(IDLE)
    if ('told' in answer) return answer.told
    if (closed) throw new Busy()
    throw new Unreadable(answer.sentence)
  }

  return {
    async ask(asked, { whose, gone }) {
      const own = waiting.filter((each) => each === whose).length
      if (waiting.length >= WAITING_MAX || own >= WAITING_EACH) throw new Busy()
      waiting.push(whose)
      const turn = last.then(() => {
        if (gone()) throw new Busy()
        return read(asked)
      })
      last = turn.catch(() => undefined)
      try {
        // The thread answers what it was asked.
        return (await turn) as never
      } finally {
        waiting.splice(waiting.indexOf(whose), 1)
      }
    },
    close() {
      closed = true
      end()
    },
  }
}

function beginThread(): Worker {
  const url = new URL('./reading-worker.ts', import.meta.url)
  const thread = new Worker(url, { resourceLimits: { maxOldGenerationSizeMb: MEMORY } })
  thread.unref()
  return thread
}

type Answer = { readonly told: Told } | { readonly sentence: string }

function answerOf(thread: Worker, asked: Asked): Promise<Answer> {
  return askThread(thread, asked, 'The thread that reads files has ended.')
}
