import type { MomentId, ShapeId } from '@momentous/shared/domain/id'
import { arrangeWords as words } from '../words/arranging.ts'
import { ruled, type ArrangeVerb } from './arranged-units.ts'
import type { Bench } from './bench.ts'

interface Lockable {
  readonly moments: readonly { readonly id: MomentId; readonly locked: boolean }[]
  readonly shapes: readonly { readonly id: ShapeId; readonly locked: boolean }[]
}

function lockable({ selection, wall }: Bench): Lockable {
  const ids = [...selection.pieces()]
  return { moments: ids.flatMap((id) => wall.moment(id) ?? []), shapes: ids.flatMap((id) => wall.shape(id) ?? []) }
}

/** Notes and shapes alike, in one step; only those that aren't like that already. */
function lockAll(locked: boolean, bench: Bench): void {
  const { wall } = bench
  const { moments, shapes } = lockable(bench)
  const others = <Piece extends { readonly locked: boolean }>(all: readonly Piece[]) =>
    all.filter((each) => each.locked !== locked)
  const [notes, rest] = [others(moments).map(({ id }) => id), others(shapes).map(({ id }) => id)]
  wall.together(() => {
    if (notes.length > 0 && !wall.act('lock-moments', { ids: notes, locked }).allowed) return
    if (rest.length > 0) wall.act('lock-shapes', { ids: rest, locked })
  })
}

function locking(locked: boolean): ArrangeVerb {
  return {
    label: locked ? words.lock : words.unlock,
    keys: ['shift+mod+l'],
    refusal(bench) {
      const { moments, shapes } = lockable(bench)
      const all = [...moments, ...shapes]
      if (bench.selection.pieces().size > 0 && all.length === 0) return words.noLock
      const done = all.every((each) => each.locked === locked)
      return ruled(bench) ?? (done ? (locked ? words.allLocked : words.noneLocked) : null)
    },
    act: (bench) => lockAll(locked, bench),
  }
}

/** One key for both: what isn't locked is, and what is locked no more. */
export const lockVerbs: Readonly<Record<'lock' | 'unlock', ArrangeVerb>> = {
  lock: locking(true),
  unlock: locking(false),
}
