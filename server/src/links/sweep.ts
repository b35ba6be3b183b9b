import type { BoardId } from '@momentous/shared/domain/id'
import type { Instant } from '@momentous/shared/domain/session'
import type { After } from '../alarm.ts'
import type { BoardRecord, Storage } from '../storage/storage.ts'
import type { Links } from './links.ts'
import { isAhead, isDue, isSeenLongAgo } from './retention.ts'

/**
 * How often it is looked whether a board's day has come, in milliseconds. Sooner than an empty room closes, so that no
 * visit is too short to be seen.
 */
export const SWEEP = 20_000

export interface SweepParts {
  readonly storage: Pick<Storage, 'expiring'>
  readonly links: Pick<Links, 'noteSeen' | 'deleteIfDue'>
  readonly now: () => Instant
  /** Is anybody there, or was a moment ago? */
  readonly attended: (board: BoardId) => boolean
  readonly log: { info(facts: object, words: string): void; error(facts: object, words: string): void }
}

/**
 * Looks through the boards that go by themselves. What says when is on the disk, so a restart changes nothing. A board has to
 * be due twice in a row: a clock that is ahead for a moment deletes nothing.
 */
export function createSweep({ storage, links, now, attended, log }: SweepParts): () => Promise<void> {
  let dueBefore: ReadonlySet<BoardId> = new Set()

  async function look(record: BoardRecord, due: Set<BoardId>): Promise<void> {
    const { id } = record
    const isHere = attended(id)
    if ((isHere && isSeenLongAgo(record, now())) || isAhead(record, now())) return links.noteSeen(id, now())
    // Nobody is sent away because the last note of them is old.
    if (!isDue(isHere ? { ...record, idleDays: null } : record, now())) return undefined
    due.add(id)
    if (dueBefore.has(id) && (await links.deleteIfDue(id, now()))) log.info({ board: id }, 'a board’s day has come')
    return undefined
  }

  return async () => {
    const due = new Set<BoardId>()
    try {
      for (const record of await storage.expiring()) {
        await look(record, due).catch((error: unknown) => log.error({ board: record.id, err: error }, FAILED))
      }
    } catch (error) {
      log.error({ err: error }, FAILED)
    }
    dueBefore = due
  }
}

const FAILED = 'what is due to be deleted could not be looked through'

/** Sweeps now and again. Returns how to stop; a sweep under way ends first. */
export function startSweep(sweep: () => Promise<void>, after: After): () => Promise<void> {
  let running = Promise.resolve()
  let cancel = after(SWEEP, again)

  function again(): void {
    running = sweep().then(() => {
      cancel = after(SWEEP, again)
    })
  }

  return async () => {
    cancel()
    await running
    cancel()
  }
}
