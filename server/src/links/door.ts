import type { BoardId } from '@momentous/shared/domain/id'
import { StorageFault } from '../storage/storage-fault.ts'
import type { BoardFacts, Capability, Entry, SeatRecord, Storage } from '../storage/storage.ts'
import { judge, type Verdict } from './capability.ts'
import { doorEvents, type DoorEvent, type DoorListener, type SeatCause } from './door-events.ts'
import { hashToken, TOKEN_PATTERN } from './token.ts'
import { turns } from './turns.ts'

/** What a change of seats, links or the board's record comes to: what to keep, and what to answer. */
export interface DoorChange<Result> {
  readonly entries: readonly Entry[]
  readonly result: Result
}

/** The one way to change who may come in: one change of a board at a time, on the disk before anybody hears of it. */
export interface Door {
  change<Result>(board: BoardId, decide: (facts: BoardFacts) => DoorChange<Result>): Promise<Result>
  verify(token: string): Promise<Verdict>
  subscribe(listener: DoorListener): () => void
}

/** Many more than can close while one read is under way. */
const REMEMBERED = 50_000

export function createDoor(storage: Storage): Door {
  const events = doorEvents()
  const inTurn = turns<BoardId>()
  /** The last hashes that closed: a read of them may have been under way at that moment. */
  const closed = new Set<string>()

  function tell(event: DoorEvent, facts: BoardFacts): void {
    for (const hash of closedBy(event, facts)) closed.add(hash)
    for (const oldest of closed) {
      if (closed.size <= REMEMBERED) break
      closed.delete(oldest)
    }
    events.tell(event)
  }

  return {
    change: (board, decide) =>
      inTurn(board, async () => {
        const facts = await storage.board(board)
        if (facts === null) throw new StorageFault('no-such-board', board)
        const { entries, result } = decide(facts)
        if (entries.length > 0) await storage.commit(board, entries)
        for (const entry of entries) for (const event of eventsOf(board, entry, entries)) tell(event, facts)
        return result
      }),
    async verify(token) {
      if (!TOKEN_PATTERN.test(token)) return { ok: false, why: 'unknown' }
      const hash = hashToken(token)
      const capability = await storage.capability(hash)
      const verdict = judge(token, hash, capability)
      const gone = verdict.ok ? closed.has(hash) : verdict.why !== 'unknown'
      if (!gone || capability === null) return verdict
      return { ok: false, why: await howItClosed(storage, capability), board: capability.board }
    },
    subscribe: events.subscribe,
  }
}

/** A seat whose link is still open, or that had none, was removed by itself. */
async function howItClosed(storage: Storage, capability: Capability): Promise<'closed' | 'removed'> {
  if (capability.kind !== 'seat') return 'closed'
  const { link } = capability.seat
  const parent = link === null ? null : await storage.capability(link)
  return parent?.kind === 'link' && parent.link.closed ? 'closed' : 'removed'
}

function eventsOf(board: BoardId, entry: Entry, together: readonly Entry[]): readonly DoorEvent[] {
  switch (entry.kind) {
    case 'seat':
      return [{ kind: 'seat', board, seat: entry.seat, cause: causeOf(entry.seat, together) }]
    case 'link':
      return [{ kind: 'link', board, link: entry.link }]
    case 'board-changed':
      return [{ kind: 'board-changed', board, record: entry.record }]
    case 'board-deleted':
      return [{ kind: 'board-deleted', board }]
    default:
      return []
  }
}

function causeOf({ link }: SeatRecord, together: readonly Entry[]): SeatCause {
  const isClosing = (entry: Entry): boolean => entry.kind === 'link' && entry.link.closed && entry.link.hash === link
  return link !== null && together.some(isClosing) ? 'link' : 'itself'
}

function closedBy(event: DoorEvent, facts: BoardFacts): readonly string[] {
  switch (event.kind) {
    case 'seat':
      return event.seat.closed ? [event.seat.hash] : []
    case 'link':
      return event.link.closed ? [event.link.hash] : []
    case 'board-changed':
      return []
    case 'board-deleted':
      return [...facts.links, ...facts.seats].map(({ hash }) => hash)
  }
}
