import { alarm } from './alarm.ts'
import { limits } from './limits.ts'
import { perform } from './governed.ts'
import { notify, type Room } from './room.ts'
import { releaseIdeas } from './sweep-vault.ts'
import { rowsOf } from './vault.ts'

/**
 * Releases what waits in the box: once enough different people have something in it, at the latest after a minute. At the
 * end of the span it goes with the step that ends it.
 */
export function watchIdeas(room: Room): void {
  const later = alarm(room.world.after, release)

  const waits = (): boolean => rowsOf(room.state.vault, 'idea').length + rowsOf(room.state.vault, 'build').length > 0

  function release(): void {
    later.clear()
    if (room.closed || !room.writable || !waits()) return
    const entries: ReturnType<typeof releaseIdeas>[number][] = []
    perform(room, {
      write: () => void entries.push(...releaseIdeas(room)),
      entries,
      done: () => notify(room.listeners.counts),
      again: look,
    })
  }

  function look(): void {
    if (!waits()) later.clear()
    else if (room.contributors.count() >= limits.contributors) release()
    else later.arm(limits.ideasWait)
  }

  room.listeners.counts.add(look)
  room.listeners.governed.add(look)
  room.listeners.closing.add(later.clear)
  look()
}
