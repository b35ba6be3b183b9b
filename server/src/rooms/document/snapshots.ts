import type { BoardId } from '@momentous/shared/domain/id'
import type { Logger } from 'pino'
import { createCompactor } from './compactor.ts'
import type { After } from '../../alarm.ts'
import type { Metrics } from '../../metrics/metrics.ts'
import type { Storage } from '../../storage/storage.ts'

/** Snapshots of boards, made off the hot path: nobody waits for one, and the log has everything until it is there. */
export interface Snapshots {
  /**
   * Makes one unless there is little new. Answers the number of the last update in it; null when none was made. One that
   * stands alone takes everything that was before it along.
   */
  write(board: BoardId, least: number, alone?: boolean): Promise<number | null>
  close(): void
}

interface SnapshotWorld {
  readonly storage: Storage
  readonly log: Pick<Logger, 'warn'>
  readonly metrics: Metrics
  readonly after: After
}

export function createSnapshots({ storage, log, metrics, after }: SnapshotWorld): Snapshots {
  const compactor = createCompactor(after)
  let open = true

  async function write(board: BoardId, least: number, alone = false): Promise<number | null> {
    const began = performance.now()
    try {
      const snapshot = await compactor.compact(async () => {
        const content = await storage.content(board)
        return content === null || content.updates.length < least ? null : content
      })
      if (snapshot === null || !open) return null
      await storage.commit(board, [{ kind: 'snapshot', snapshot, ...(alone && { alone }) }])
      metrics.took('snapshot', performance.now() - began)
      return snapshot.through
    } catch (error) {
      // The log has everything; the next time will do.
      if (open) log.warn({ board, err: error }, 'a snapshot was not kept')
      return null
    }
  }

  return {
    write,
    close() {
      open = false
      compactor.close()
    },
  }
}
