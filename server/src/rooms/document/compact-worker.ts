import { constants, setPriority } from 'node:os'
import { parentPort, type MessagePort } from 'node:worker_threads'
import type { Snapshot, StoredContent } from '../../storage/storage.ts'
import { compactContent } from './compact.ts'

/** What the thread answers. */
export type Compacted = { readonly snapshot: Snapshot } | { readonly problem: string }

/** The entry of the thread that makes snapshots: a document of its own for each, and nothing of it in the server's thread. */
function listen(port: MessagePort): void {
  yieldToOthers()
  port.on('message', (content: StoredContent) => {
    const answer = compacted(content)
    port.postMessage(answer, 'snapshot' in answer ? buffersOf(answer.snapshot) : [])
  })
}

/** Linux keeps a priority for each thread, and 0 is the one that asks; elsewhere it would be the whole server's. */
function yieldToOthers(): void {
  if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_LOW)
}

function compacted(content: StoredContent): Compacted {
  try {
    return { snapshot: compactContent(content) }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}

/** Handed over instead of copied. */
function buffersOf({ whole, vector, cuts }: Snapshot): ArrayBuffer[] {
  return [whole, vector, cuts].map(({ buffer }) => buffer).filter((buffer) => buffer instanceof ArrayBuffer)
}

if (parentPort !== null) listen(parentPort)
