import { alarm } from '../alarm.ts'
import { limits } from './limits.ts'
import type { Room } from './room.ts'

/** Hands the board to the named heir when it has been without any facilitator for a minute (rules.md, edge 7). */
export function watchHeir(room: Room): void {
  const later = alarm(room.world.after, () => void takeOver())

  function heirHere(): boolean {
    const { heir } = room.state.record
    const roles = [...room.peers].map((peer) => peer.actor.role)
    return heir !== null && !roles.includes('facilitator') && [...room.peers].some(({ actor }) => actor.seat === heir)
  }

  async function takeOver(): Promise<void> {
    const { heir } = room.state.record
    if (room.closed || heir === null || !heirHere()) return
    const { links, log } = room.world
    try {
      if (await links.setRole(room.id, heir, 'facilitator')) await links.nameHeir(room.id, null)
    } catch (error) {
      log.warn({ board: room.id, err: error }, 'the heir could not take over yet')
      look()
    }
  }

  function look(): void {
    if (room.closed || !heirHere()) later.clear()
    else later.arm(limits.heirWaits)
  }

  room.listeners.people.add(look)
  room.listeners.closing.add(() => later.clear())
}
