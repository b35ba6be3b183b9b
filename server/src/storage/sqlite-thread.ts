import type { BoardId } from '@momentous/shared/domain/id'
import { Worker } from 'node:worker_threads'
import type { StoredHook, WaitingDelivery } from './hook.ts'
import type { Commit, CommitResult } from './commit-queue.ts'
import { StorageFault, type FaultFacts } from './storage-fault.ts'
import type {
  BoardFacts,
  BoardRecord,
  Capability,
  ImageShelf,
  StoredBoard,
  StoredContent,
  StoredRoom,
} from './storage.ts'

/** What the two threads answer: the writer `keep`, the reader the rest. */
export interface Verbs {
  keep: { ask: readonly Commit[]; answer: readonly CommitResult[] }
  board: { ask: BoardId; answer: BoardFacts | null }
  capability: { ask: string; answer: Capability | null }
  image: { ask: { readonly board: BoardId; readonly hash: string }; answer: Uint8Array | null }
  images: { ask: BoardId; answer: ImageShelf }
  expiring: { ask: null; answer: readonly BoardRecord[] }
  hook: { ask: BoardId; answer: StoredHook | null }
  waiting: { ask: number; answer: readonly WaitingDelivery[] }
  deliveryBody: { ask: { readonly board: BoardId; readonly delivery: string }; answer: Uint8Array | null }
  room: { ask: BoardId; answer: StoredRoom | null }
  content: { ask: BoardId; answer: StoredContent | null }
  load: { ask: BoardId; answer: StoredBoard | null }
  /** The bytes of the board's own file (`board-file.ts`). */
  copy: { ask: BoardId; answer: Uint8Array | null }
  /** Answers when the thread has its connection. */
  ready: { ask: null; answer: null }
  stop: { ask: null; answer: null }
}
export type Verb = keyof Verbs

export type Question = {
  [Name in Verb]: { readonly number: number; readonly verb: Name; readonly ask: Verbs[Name]['ask'] }
}[Verb]
export type Answer = { readonly number: number } & ({ readonly value: unknown } | { readonly fault: FaultFacts })

export interface ThreadSetup {
  readonly duty: 'write' | 'read'
  readonly path: string
}

export interface Thread {
  ask<Name extends Verb>(verb: Name, ask: Verbs[Name]['ask']): Promise<Verbs[Name]['answer']>
  /** Lets go of the file and ends the thread. */
  stop(): Promise<void>
}

interface Pending {
  readonly resolve: (value: unknown) => void
  readonly reject: (fault: StorageFault) => void
}

/** One life of a thread. `ended` runs once, however it ends; by then its connection is gone, and what it was asked has rejected. */
export function sqliteThread(setup: ThreadSetup, file: URL, ended: (detail: string) => void): Thread {
  const worker = new Worker(file, { workerData: setup })
  const pending = new Map<number, Pending>()
  let number = 0
  let dead = false
  let detail = 'The storage thread has ended.'

  // The thread holds its connection until `exit`: only then may another one take its place.
  worker.on('error', (error) => (detail = error instanceof Error ? error.message : String(error)))
  worker.on('exit', () => {
    dead = true
    for (const { reject } of pending.values()) reject(new StorageFault('down', null, detail))
    pending.clear()
    ended(detail)
  })
  worker.on('message', (answer: Answer) => {
    const asked = pending.get(answer.number)
    pending.delete(answer.number)
    if ('value' in answer) asked?.resolve(answer.value)
    else asked?.reject(new StorageFault(answer.fault.kind, answer.fault.board, answer.fault.detail))
  })

  function ask<Name extends Verb>(verb: Name, ask: Verbs[Name]['ask']): Promise<Verbs[Name]['answer']> {
    if (dead) return Promise.reject(new StorageFault('down', null, detail))
    return new Promise((resolve, reject) => {
      // The worker is our own file and answers by the same table of verbs: here unknown becomes known.
      pending.set(++number, { resolve: (value) => resolve(value as Verbs[Name]['answer']), reject })
      worker.postMessage({ number, verb, ask })
    })
  }

  return {
    ask,
    async stop() {
      // A thread that is dead or never got its file open has nothing to let go of.
      await ask('stop', null).catch(() => undefined)
      await worker.terminate()
    },
  }
}
