import { alarm, type Alarm } from '../alarm.ts'
import { limits } from './limits.ts'
import type { Room, Watcher } from './room.ts'

/** Hands the board to the named heir when it has been without any facilitator for a minute (rules.md, edge 7). */
export function watchHeir(room: Room): void {
  room.watchers.push(new HeirWatch(room))
}

class HeirWatch implements Watcher {
  readonly #room: Room
  #later: Alarm | null = null

  constructor(room: Room) {
    this.#room = room
  }

  people(): void {
    if (this.#room.closed || !this.#isHeirHere()) return this.#later?.clear()
    this.#later ??= alarm(this.#room.world.after, () => void this.#takeOver())
    this.#later.arm(limits.heirWaits)
  }

  closing(): void {
    this.#later?.clear()
  }

  /** And nobody who steers. */
  #isHeirHere(): boolean {
    const { state, peers } = this.#room
    const { heir } = state.record
    if (heir === null) return false
    const actors = [...peers].map(({ actor }) => actor)
    return actors.some(({ seat }) => seat === heir) && !actors.some(({ role }) => role === 'facilitator')
  }

  async #takeOver(): Promise<void> {
    const { id, state, world } = this.#room
    const { heir } = state.record
    if (this.#room.closed || heir === null || !this.#isHeirHere()) return
    const { links, log } = world
    try {
      if (await links.setRole(id, heir, 'facilitator')) await links.nameHeir(id, null)
    } catch (error) {
      log.warn({ board: id, err: error }, 'the heir could not take over yet')
      this.people()
    }
  }
}
