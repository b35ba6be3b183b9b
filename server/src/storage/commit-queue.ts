import type { BoardId } from '@momentous/shared/domain/id'
import { faultFacts, StorageFault, type FaultFacts } from './storage-fault.ts'
import type { Entry } from './storage.ts'

export interface Commit {
  readonly board: BoardId
  readonly entries: readonly Entry[]
}

export type CommitResult = { readonly head: number } | { readonly fault: FaultFacts }

/** Keeps a batch of commits, each whole or not at all; answers one result a commit, in their order. */
export type KeepBatch = (batch: readonly Commit[]) => Promise<readonly CommitResult[]>

export interface CommitQueue {
  push(board: BoardId, entries: readonly Entry[]): Promise<number>
  /** Takes nothing more and resolves when everything that was taken is told. */
  close(): Promise<void>
}

interface Waiting extends Commit {
  readonly kept: (head: number) => void
  readonly failed: (fault: StorageFault) => void
}

/** So that one answer stays short; more than this has never to wait for anything but the disk. */
const BATCH_MAX = 2000

/** Group commit: everything that arrives while a batch runs goes into the next one. */
export function commitQueue(keep: KeepBatch): CommitQueue {
  let waiting: Waiting[] = []
  let running: Promise<void> | null = null
  let open = true

  async function drain(): Promise<void> {
    // The rest of this turn joins the first batch.
    await Promise.resolve()
    while (waiting.length > 0) {
      const batch = waiting.splice(0, BATCH_MAX)
      waiting = settle(batch, await results(keep, batch), waiting)
    }
    running = null
  }

  return {
    push(board, entries) {
      if (!open) return Promise.reject(new StorageFault('closed', board))
      return new Promise((kept, failed) => {
        waiting.push({ board, entries, kept, failed })
        running ??= drain()
      })
    },
    async close() {
      open = false
      await running
    },
  }
}

async function results(keep: KeepBatch, batch: readonly Waiting[]): Promise<readonly CommitResult[]> {
  try {
    return await keep(batch.map(({ board, entries }) => ({ board, entries })))
  } catch (error) {
    return batch.map(({ board }) => ({ fault: faultFacts(error, board, 'not-saved') }))
  }
}

/** Tells everybody of the batch, and with a failure those of the same board that wait already; returns who still waits. */
function settle(batch: readonly Waiting[], results: readonly CommitResult[], waiting: readonly Waiting[]): Waiting[] {
  const failed = new Set<BoardId>()
  for (const [index, one] of batch.entries()) {
    const result = results[index] ?? { fault: { kind: 'not-saved', board: one.board, detail: 'no answer' } }
    if ('head' in result) one.kept(result.head)
    else {
      failed.add(one.board)
      one.failed(new StorageFault(result.fault.kind, result.fault.board, result.fault.detail))
    }
  }
  const behind = waiting.filter(({ board }) => failed.has(board))
  for (const one of behind) one.failed(new StorageFault('behind-failed', one.board))
  return waiting.filter(({ board }) => !failed.has(board))
}

/** Tries each commit by itself: what engines fall back to when a batch fails as a whole. */
export function oneByOne(batch: readonly Commit[], keepOne: (commit: Commit) => number): readonly CommitResult[] {
  const failed = new Set<BoardId>()
  return batch.map((commit) => {
    if (failed.has(commit.board)) return { fault: { kind: 'behind-failed', board: commit.board, detail: '' } }
    try {
      return { head: keepOne(commit) }
    } catch (error) {
      failed.add(commit.board)
      return { fault: faultFacts(error, commit.board, 'not-saved') }
    }
  })
}
