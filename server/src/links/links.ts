import type { Storage } from '../storage/storage.ts'
import type { Verdict } from './capability.ts'
import type { DoorListener } from './door-events.ts'
import { createDoor } from './door.ts'
import { linkVerbs, type LinkVerbs } from './link-verbs.ts'
import { createPassphraseGate } from './passphrase-gate.ts'
import { seatVerbs, type SeatVerbs } from './seat-verbs.ts'
import { termVerbs, type TermVerbs } from './term-verbs.ts'
import type { TriesClock } from './tries.ts'

/**
 * Who may come in, as what, and until when. The verbs change it without asking again whether they may: the rule was
 * asked by whoever calls. Each rejects with a `StorageFault` when the board is gone or the disk can't take it.
 */
export interface Links extends SeatVerbs, LinkVerbs, TermVerbs {
  /** Who shows this token? Exact at the moment it resolves: what closes later is told to the subscribers. */
  verify(token: string): Promise<Verdict>
  /** Every change, after it is on the disk; returns the way to stop listening. */
  subscribe(listener: DoorListener): () => void
}

export function createLinks(storage: Storage, clock: TriesClock): Links {
  const door = createDoor(storage)
  const gate = createPassphraseGate(clock)
  return {
    ...seatVerbs(door, storage, gate),
    ...linkVerbs(door),
    ...termVerbs(door),
    verify: door.verify,
    subscribe: door.subscribe,
  }
}
