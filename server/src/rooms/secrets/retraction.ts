import type { Entry } from '../../storage/storage.ts'
import { alarm } from '../../alarm.ts'
import { limits } from '../limits.ts'
import type { Room } from '../room.ts'
import { writeAlone } from '../document/snapshots.ts'
import { dropRow, putRow, RETRACTED, type Vault, type VaultRow } from './vault.ts'

/** Remembered with the change itself, so that no restart forgets it. */
export function noteRetraction(vault: Vault): Entry {
  return putRow(vault, RETRACTED, { kind: 'retracted' })
}

/**
 * Words that their author changed or took back go from the log and the older snapshot too, some moments later: a snapshot
 * is made that has nothing behind it. Many changes make one.
 */
export function watchRetractions(room: Room): void {
  const { world } = room
  const later = alarm(world.after, () => void work())
  /** The mark whose words are gone from the database; the board's own file follows within a second. */
  let behind: VaultRow | null = null

  const mark = (): VaultRow | undefined => room.state.vault.get(RETRACTED)

  async function work(): Promise<void> {
    const marked = mark()
    if (room.closed || !room.writable || marked === undefined) return
    if (marked === behind) return forget()
    await room.journal.settled()
    if (await writeAlone(room)) behind = marked
    look()
  }

  function forget(): void {
    behind = null
    room.journal.push({ entries: [dropRow(room.state.vault, RETRACTED)], done: () => undefined, again: look })
  }

  function look(): void {
    const marked = room.closed ? undefined : mark()
    if (marked !== undefined) later.arm(marked === behind ? limits.retractionRest : limits.retractionWait)
  }

  room.listeners.counts.add(look)
  room.listeners.governed.add(look)
  room.listeners.closing.add(() => later.clear())
  look()
}
