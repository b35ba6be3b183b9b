import { setTimeout as wait } from 'node:timers/promises'
import { updateKey } from '@momentous/shared/wire/update-key'
import { realAfter } from '../../server/src/alarm.ts'
import type { Storage, StoredContent } from '../../server/src/storage/storage.ts'
import { liveServer, type LiveServer } from './live-server.ts'
import type { RawClient } from './raw-client.ts'
import { addMoment, newRecordId } from './session-builder.ts'

/** A server whose rooms fall asleep when a test wants it, and whose reading of documents a test holds in its hand. */
export interface SleepyServer extends LiveServer {
  /** Boards whose content was read, in order. */
  readonly reads: readonly string[]
  /** The same storage, for what happens behind the server's back. */
  storage(): Storage
  /** Reads wait from now on; call the answer to let them go on. */
  holdReads(): () => void
  /** What every read of this board comes to instead. */
  failReads(board: string, fault: Error | null): void
  /** Lets so much time pass that every document goes, then has this client change something. */
  sleepAndWake(client: RawClient): Promise<void>
  /** Lets so much time pass that every document goes. */
  sleep(): Promise<void>
}

/** What takes longer than this takes no time at all. */
const LONG = 10_000

export async function sleepyServer(): Promise<SleepyServer> {
  let passed = 0
  let gate = Promise.resolve()
  let kept: Storage | null = null
  const reads: string[] = []
  const faults = new Map<string, Error>()
  const slow = (storage: Storage): Storage => ({
    ...storage,
    async content(id): Promise<StoredContent | null> {
      reads.push(id)
      const content = await storage.content(id)
      await gate
      const fault = faults.get(id)
      if (fault !== undefined) throw fault
      return content
    },
  })
  const server = await liveServer(({ storage }) => {
    kept = storage
    return {
      now: () => Date.now() + passed,
      after: (milliseconds, work) => realAfter(milliseconds > LONG ? 20 : milliseconds / 4, work),
      storage: slow(storage),
    }
  })

  const documents = async (): Promise<number> => {
    const metrics = await (await fetch(`${server.origin}/metrics`)).text()
    return Number(/^momentous_documents (\d+)$/m.exec(metrics)?.[1] ?? Number.NaN)
  }

  async function sleep(): Promise<void> {
    do {
      passed += 60_000
      await wait(30)
    } while ((await documents()) !== 0)
  }

  return {
    ...server,
    reads,
    sleep,
    storage() {
      if (kept === null) throw new Error('There are no rooms yet.')
      return kept
    },
    holdReads() {
      let open: () => void = () => undefined
      gate = new Promise((resolve) => (open = resolve))
      return () => open()
    },
    failReads(board, fault) {
      if (fault === null) faults.delete(board)
      else faults.set(board, fault)
    },
    async sleepAndWake(client) {
      await sleep()
      const key = updateKey(client.write((doc) => addMoment(doc, newRecordId(), 'Awake')))
      await client.frame(67, ({ keys }) => keys.includes(key))
    },
  }
}
