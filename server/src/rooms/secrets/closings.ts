import { viewOf } from '@momentous/shared/board/view'
import { TAKE_BACK_MS } from '@momentous/shared/domain/session'
import { completeClosing, type Sums } from '@momentous/shared/commands/complete-closing'
import { spreadOf } from '@momentous/shared/priorities/spread'
import { tally } from '@momentous/shared/priorities/tally'
import { alarm, timeUntil, type Alarm } from '../../alarm.ts'
import { newDelivery } from '../../webhooks/delivery.ts'
import { perform } from '../commands/governed.ts'
import type { Room, Watcher } from '../room.ts'
import { rowsOf } from './vault.ts'
import { isAwake, whenAwake } from '../document/waking.ts'

/** Completes an announced step when its time has come, unless it is taken back. Ticks and ideas count until then. */
export function watchClosings(room: Room): void {
  room.watchers.push(new Closings(room))
  if (room.state.glance.session.closing !== null) takeBackAfterRestart(room)
}

class Closings implements Watcher {
  readonly #room: Room
  #later: Alarm | null = null
  /** The announcement that the alarm is set for: a clock that jumps meanwhile makes it neither sooner nor later. */
  #announced: number | null = null

  constructor(room: Room) {
    this.#room = room
  }

  governed(): void {
    const { state, world } = this.#room
    const { closing } = state.glance.session
    if (closing === null) this.#later?.clear()
    else {
      this.#later ??= alarm(world.after, () => this.#complete())
      if (closing.at === this.#announced) this.#later.arm(0)
      else this.#later.set(timeUntil(closing.at, world.now(), TAKE_BACK_MS))
    }
    this.#announced = closing?.at ?? null
  }

  closing(): void {
    this.#later?.clear()
  }

  #complete(): void {
    const room = this.#room
    const { closing } = room.state.glance.session
    if (room.closed || !room.writable || closing === null) return
    if (!isAwake(room)) return whenAwake(room, () => this.#complete())
    const again = (): void => this.governed()
    const tells = closing.step === 'finish-session'
    const { random, told, now } = room.world
    perform(room, {
      write: (written) => completeClosing(written, closing, sumsOf(room)),
      // Written down with the step itself: whoever is told hears of it, whatever happens now.
      entries: tells
        ? [{ kind: 'delivery', delivery: newDelivery('session.finished', closing.at, random, now()) }]
        : [],
      done: () => tells && told?.(),
      again,
    })
  }
}

/** A restart takes an announced step back (rules.md, edge 2): nobody was there to say "not yet". */
function takeBackAfterRestart(room: Room): void {
  whenAwake(room, () => {
    if (room.state.glance.session.closing === null || !room.writable) return
    perform(room, {
      write: (board) => void board.session.set('closing', null),
      again: () => takeBackAfterRestart(room),
    })
  })
}

/** The sums of the secret rows; with the step that needed them, the rows are destroyed. */
function sumsOf({ state: { board, vault } }: Room): Sums {
  return {
    votes(round) {
      const ballots = rowsOf(vault, 'ballot').filter(([, row]) => row.round === round)
      return tally(
        ballots.map(([, { dots }]) => dots),
        viewOf(board).moments(),
      )
    },
    spread(moment, round) {
      const grades = rowsOf(vault, 'grade').filter(([, row]) => row.moment === moment && row.round === round)
      return spreadOf(grades.map(([, { ranking }]) => ranking))
    },
  }
}
