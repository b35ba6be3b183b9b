import { viewOf } from '@momentous/shared/board/view'
import { TAKE_BACK_MS } from '@momentous/shared/domain/session'
import { completeClosing, type Sums } from '@momentous/shared/commands/complete-closing'
import { spreadOf } from '@momentous/shared/priorities/spread'
import { tally } from '@momentous/shared/priorities/tally'
import { alarm, timeUntil } from '../../alarm.ts'
import { perform } from '../commands/governed.ts'
import type { Room } from '../room.ts'
import { rowsOf } from './vault.ts'
import { isAwake, whenAwake } from '../document/waking.ts'

/** Completes an announced step when its time has come, unless it is taken back. Ticks and ideas count until then. */
export function watchClosings(room: Room): void {
  const later = alarm(room.world.after, complete)
  /** The announcement that the alarm is set for: a clock that jumps meanwhile makes it neither sooner nor later. */
  let announced: number | null = null

  function complete(): void {
    const { closing } = room.state.glance.session
    if (room.closed || !room.writable || closing === null) return
    if (!isAwake(room)) return whenAwake(room, complete)
    perform(room, { write: (written) => completeClosing(written, closing, sumsOf(room)), again: look })
  }

  function look(): void {
    const { closing } = room.state.glance.session
    if (closing === null) later.clear()
    else if (closing.at === announced) later.arm(0)
    else later.set(timeUntil(closing.at, room.world.now(), TAKE_BACK_MS))
    announced = closing?.at ?? null
  }

  room.listeners.governed.add(look)
  room.listeners.closing.add(() => later.clear())
  if (room.state.glance.session.closing !== null) takeBackAfterRestart(room)
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
