import type { Entry } from '../../storage/storage.ts'
import { alarm, timeUntil, type Alarm } from '../../alarm.ts'
import { perform } from '../commands/governed.ts'
import { limits } from '../limits.ts'
import { drawTime } from '../lots.ts'
import { notify, type Room, type Watcher } from '../room.ts'
import { releaseChanges, releaseIdeas } from './sweep-vault.ts'
import { rowsOf, type VaultRow } from './vault.ts'
import { isAwake, whenAwake } from '../document/waking.ts'

/**
 * Releases what waits in the box: some moments after enough different people have something in it, at the latest after a
 * minute. Changes of what is out follow by themselves a few moments after the first of them, or go with a batch that is
 * sooner. At the end of the span everything goes with the step that ends it.
 */
export function watchIdeas(room: Room): void {
  const batches = new IdeaBatches(room)
  room.watchers.push(batches)
  batches.governed()
}

class IdeaBatches implements Watcher {
  readonly #room: Room
  #ideas: Alarm | null = null
  #changes: Alarm | null = null
  /** When the batch goes at the latest, and when because there are enough; null while there is nothing to wait for. */
  #latest: number | null = null
  #enough: number | null = null
  #changed: number | null = null

  constructor(room: Room) {
    this.#room = room
  }

  governed(): void {
    this.#lookAtIdeas()
    this.#lookAtChanges()
  }

  counts(): void {
    this.governed()
  }

  closing(): void {
    this.#ideas?.clear()
    this.#changes?.clear()
  }

  #lookAtIdeas(): void {
    const { world, contributors } = this.#room
    if (!this.#waits('idea') && !this.#waits('build')) {
      this.#latest = this.#enough = null
      return this.#ideas?.clear()
    }
    const now = world.now()
    this.#latest = this.#dueAt(this.#latest, now, limits.ideasWait)
    const crowd = contributors.count() >= limits.contributors
    this.#enough = crowd ? this.#dueAt(this.#enough, now, limits.batchWait) : null
    this.#ideas ??= alarm(world.after, () => this.#release(this.#ideas, releaseIdeas))
    this.#ideas.set(timeUntil(Math.min(this.#latest, this.#enough ?? this.#latest), now, limits.ideasWait.to))
  }

  #lookAtChanges(): void {
    const { world } = this.#room
    if (!this.#waits('change')) {
      this.#changed = null
      return this.#changes?.clear()
    }
    const now = world.now()
    this.#changed = this.#dueAt(this.#changed, now, limits.changesWait)
    this.#changes ??= alarm(world.after, () => this.#release(this.#changes, releaseChanges))
    this.#changes.set(timeUntil(this.#changed, now, limits.changesWait.to))
  }

  #waits(kind: VaultRow['kind']): boolean {
    return rowsOf(this.#room.state.vault, kind).length > 0
  }

  /** As it was drawn; anew where a clock that was set back would make everybody wait for an hour. */
  #dueAt(due: number | null, now: number, wait: { from: number; to: number }): number {
    return due === null || due - now > wait.to ? now + drawTime(this.#room.world, wait) : due
  }

  #release(batch: Alarm | null, write: (room: Room) => readonly Entry[]): void {
    const room = this.#room
    batch?.clear()
    if (room.closed || !room.writable) return
    if (!isAwake(room)) return whenAwake(room, () => this.#release(batch, write))
    const entries: Entry[] = []
    perform(room, {
      write: () => void entries.push(...write(room)),
      entries,
      done: () => notify(room, 'counts'),
      again: () => this.governed(),
    })
  }
}
