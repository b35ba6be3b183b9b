import { limits } from '../limits.ts'
import type { Room } from '../room.ts'

/** These updates were told: they follow what somebody is reading, and may make a snapshot worth while. */
export function grew(room: Room, updates: readonly Uint8Array[]): void {
  room.readings.note(updates)
  for (const update of updates) room.growth.bytes += update.length
  if (isWorthWhile(room)) void writeSnapshot(room)
}

/**
 * Many updates make one worth while, unless they are little beside the board: then writing it all again costs more than
 * it saves. Many bytes always do.
 */
function isWorthWhile({ growth, state }: Room): boolean {
  const news = state.head - state.through
  if (growth.underWay || state.head < growth.notBefore) return false
  if (growth.bytes >= limits.snapshotBytes || news >= limits.snapshotEvery * 8) return true
  return news >= limits.snapshotEvery && growth.bytes >= growth.whole / 8
}

/** Has a snapshot made when one is worth while. */
export async function writeSnapshot(room: Room): Promise<void> {
  if (room.closed || !isWorthWhile(room)) return
  const { growth, world } = room
  growth.underWay = true
  const through = await world.snapshots.write(room.id, 1)
  growth.underWay = false
  if (through === null) growth.notBefore = room.state.head + limits.snapshotEvery
  else made(room, through)
}

/** Has one made that leaves nothing of what was before; false when that didn't come off. */
export async function writeAlone(room: Room): Promise<boolean> {
  const through = await room.world.snapshots.write(room.id, 0, true)
  if (through !== null) made(room, through)
  return through !== null
}

function made({ state, growth }: Room, through: number): void {
  state.through = through
  growth.whole += growth.bytes
  growth.bytes = 0
}
