import { Worker } from 'node:worker_threads'
import type { Snapshot, StoredContent } from '../../storage/storage.ts'
import { alarm, type After } from '../../alarm.ts'
import { askThread } from '../../ask-thread.ts'
import type { Compacted } from './compact-worker.ts'

/** Makes snapshots in a thread of its own, one at a time. */
export interface Compactor {
  /** `read` is called when it is this one's turn, so that what waits takes no memory. */
  compact(read: () => Promise<StoredContent | null>): Promise<Snapshot | null>
  /** Gives up what is under way. */
  close(): void
}

/** A thread that has nothing to do for so long ends, and its memory with it; in milliseconds. */
const IDLE = 30_000
/** What a thread has taken for a document of so many bytes it gives back only with its end. */
const LARGE = 2 * 1024 * 1024
/** More than the largest board takes, in megabytes. A thread that wants more dies, and nobody else. */
const MEMORY = 768

export function createCompactor(after: After, begin: () => Worker = beginThread): Compactor {
  let thread: Worker | null = null
  let last: Promise<unknown> = Promise.resolve()
  let closed = false
  const idle = alarm(after, end)

  function end(): void {
    idle.clear()
    void thread?.terminate()
    thread = null
  }

  async function run(read: () => Promise<StoredContent | null>): Promise<Snapshot | null> {
    const content = closed ? null : await read()
    if (content === null || closed) return null
    // It rests no more: nothing is to end it in mid-work.
    idle.clear()
    thread ??= begin()
    try {
      const snapshot = await answerOf(thread, content)
      if (snapshot.whole.length > LARGE) end()
      return snapshot
    } catch (error) {
      end()
      throw error
    } finally {
      if (thread !== null) idle.set(IDLE)
    }
  }

  return {
    compact(read) {
      const turn = last.then(() => run(read))
      last = turn.catch(() => undefined)
      return turn
    },
    close() {
      closed = true
      end()
    },
  }
}

function beginThread(): Worker {
  const url = new URL('./compact-worker.ts', import.meta.url)
  const thread = new Worker(url, { resourceLimits: { maxOldGenerationSizeMb: MEMORY } })
  thread.unref()
  return thread
}

async function answerOf(thread: Worker, content: StoredContent): Promise<Snapshot> {
  const answer = await askThread<Compacted>(thread, content, 'The thread that makes snapshots has ended.')
  if ('snapshot' in answer) return answer.snapshot
  throw new Error(answer.problem)
}
