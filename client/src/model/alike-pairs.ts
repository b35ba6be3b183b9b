import type { MomentId } from '@momentous/shared/domain/id'
import type { Moment } from '@momentous/shared/domain/moment'
import { isOnTimeline } from '@momentous/shared/board/timeline'
import { createAlikeIndex } from './alike-index.ts'

/** Two moments of the line that say nearly the same; the earlier one first. */
export type AlikePair = readonly [Moment, Moment]

/** Keeps track of which moments say nearly the same while they are written. */
export interface AlikePairs {
  /** These may say something else now; false when none of them does, and nothing waits. */
  take(ids: Iterable<MomentId>, now: number): boolean
  /** Looks at what has rested for a while, as long as `goOn` says so; true while something waits. */
  work(now: number, goOn: () => boolean): boolean
  /** Of the pairs that `may` be shown, the one that comes first on the line. */
  first(line: readonly Moment[], may: (pair: AlikePair) => boolean): AlikePair | null
}

/** Nobody is bothered about words that are still being typed. */
const RESTS_MS = 2_000

export function createAlikePairs(momentOf: (id: MomentId) => Moment | undefined): AlikePairs {
  const index = createAlikeIndex<MomentId>()
  const known = new Map<MomentId, string | null>()
  const waiting = new Map<MomentId, number>()
  const alike = new Map<MomentId, ReadonlySet<MomentId>>()

  const look = (id: MomentId) => {
    const text = comparedText(momentOf(id))
    if ((known.get(id) ?? null) === text) return
    known.set(id, text)
    index.put(id, text)
    for (const other of alike.get(id) ?? []) alike.set(other, without(alike.get(other), id))
    const found = text === null ? [] : index.alikeTo(id)
    alike.set(id, new Set(found))
    for (const other of found) alike.set(other, new Set([...(alike.get(other) ?? []), id]))
  }

  return {
    take(ids, now) {
      for (const id of ids) {
        if ((known.get(id) ?? null) !== comparedText(momentOf(id))) waiting.set(id, now)
      }
      return waiting.size > 0
    },
    work(now, goOn) {
      for (const [id, since] of waiting) {
        if (now - since < RESTS_MS) continue
        if (!goOn()) return true
        waiting.delete(id)
        look(id)
      }
      return waiting.size > 0
    },
    first(line, may) {
      const place = new Map(line.map(({ id }, at) => [id, at]))
      for (const [at, moment] of line.entries()) {
        for (const id of alike.get(moment.id) ?? []) {
          const other = line[place.get(id) ?? -1]
          const pair = other && ([moment, other] as const)
          // The other way round it has been looked at already.
          if (pair && (place.get(id) ?? -1) > at && may(pair)) return pair
        }
      }
      return null
    },
  }
}

/** What is locked stays as it is, and a row of the printed form that nobody has written on says nothing yet. */
function comparedText(moment: Moment | undefined): string | null {
  return moment !== undefined && isOnTimeline(moment) && !moment.locked ? moment.text : null
}

function without<Value>(values: ReadonlySet<Value> = new Set(), value: Value): ReadonlySet<Value> {
  return new Set([...values].filter((each) => each !== value))
}
