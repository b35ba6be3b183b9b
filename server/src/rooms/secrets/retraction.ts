import type { Entry } from '../../storage/storage.ts'
import { alarm, type Alarm } from '../../alarm.ts'
import { limits } from '../limits.ts'
import type { Room, Watcher } from '../room.ts'
import { writeAlone } from '../document/write-snapshot.ts'
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
  const retractions = new Retractions(room)
  room.watchers.push(retractions)
  retractions.governed()
}

class Retractions implements Watcher {
  readonly #room: Room
  #later: Alarm | null = null
  /** The mark whose words are gone from the database; the board's own file follows within a second. */
  #behind: VaultRow | null = null

  constructor(room: Room) {
    this.#room = room
  }

  governed(): void {
    const marked = this.#room.closed ? undefined : this.#mark()
    if (marked === undefined) return
    this.#later ??= alarm(this.#room.world.after, () => void this.#work())
    this.#later.arm(marked === this.#behind ? limits.retractionRest : limits.retractionWait)
  }

  counts(): void {
    this.governed()
  }

  closing(): void {
    this.#later?.clear()
  }

  #mark(): VaultRow | undefined {
    return this.#room.state.vault.get(RETRACTED)
  }

  async #work(): Promise<void> {
    const room = this.#room
    const marked = this.#mark()
    if (room.closed || !room.writable || marked === undefined) return
    if (marked === this.#behind) return this.#forget()
    await room.journal.settled()
    if (await writeAlone(room)) this.#behind = marked
    this.governed()
  }

  #forget(): void {
    const { journal, state } = this.#room
    this.#behind = null
    const again = (): void => this.governed()
    journal.push({ entries: [dropRow(state.vault, RETRACTED)], done: () => undefined, again })
  }
}
