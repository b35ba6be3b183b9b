import type { Entry } from '../../storage/storage.ts'
import { alarm, timeUntil, type Alarm } from '../../alarm.ts'
import { perform } from '../commands/governed.ts'
import { limits } from '../limits.ts'
import { drawTime } from '../lots.ts'
import { notify, type Room } from '../room.ts'
import { releaseChanges, releaseIdeas } from './sweep-vault.ts'
import { rowsOf, type VaultRow } from './vault.ts'
import { isAwake, whenAwake } from '../document/waking.ts'

/**
 * Releases what waits in the box: some moments after enough different people have something in it, at the latest after a
 * minute. Changes of what is out follow by themselves a few moments after the first of them, or go with a batch that is
 * sooner. At the end of the span everything goes with the step that ends it.
 */
export function watchIdeas(room: Room): void {
  const { world } = room
  const ideas = alarm(world.after, () => release(ideas, releaseIdeas))
  const changes = alarm(world.after, () => release(changes, releaseChanges))
  /** When the batch goes at the latest, and when because there are enough; null while there is nothing to wait for. */
  let latest: number | null = null
  let enough: number | null = null
  let changed: number | null = null

  const waits = (kind: VaultRow['kind']): boolean => rowsOf(room.state.vault, kind).length > 0

  function release(batch: Alarm, write: (room: Room) => readonly Entry[]): void {
    batch.clear()
    if (room.closed || !room.writable) return
    if (!isAwake(room)) return whenAwake(room, () => release(batch, write))
    const entries: Entry[] = []
    perform(room, {
      write: () => void entries.push(...write(room)),
      entries,
      done: () => notify(room.listeners.counts),
      again: look,
    })
  }

  /** As it was drawn; anew where a clock that was set back would make everybody wait for an hour. */
  function dueAt(due: number | null, now: number, wait: { from: number; to: number }): number {
    return due === null || due - now > wait.to ? now + drawTime(world, wait) : due
  }

  function look(): void {
    const now = world.now()
    if (waits('idea') || waits('build')) {
      latest = dueAt(latest, now, limits.ideasWait)
      const crowd = room.contributors.count() >= limits.contributors
      enough = crowd ? dueAt(enough, now, limits.batchWait) : null
      ideas.set(timeUntil(Math.min(latest, enough ?? latest), now, limits.ideasWait.to))
    } else {
      latest = enough = null
      ideas.clear()
    }
    changed = waits('change') ? dueAt(changed, now, limits.changesWait) : null
    if (changed === null) changes.clear()
    else changes.set(timeUntil(changed, now, limits.changesWait.to))
  }

  room.listeners.counts.add(look)
  room.listeners.governed.add(look)
  room.listeners.closing.add(() => {
    ideas.clear()
    changes.clear()
  })
  look()
}
