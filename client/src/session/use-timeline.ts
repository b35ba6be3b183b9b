import { timeline } from '@momentous/shared/board/timeline'
import type { MomentId } from '@momentous/shared/domain/id'
import type { Moment } from '@momentous/shared/domain/moment'
import type { Collection } from '../model/collection.ts'
import { changesOfLine, changesOfMeaning } from '../model/moment-changes.ts'
import { useStore, useWatched } from '../model/use-store.ts'
import { derive, sameList, type Watched } from '../model/watched.ts'

/** The moments of the line with what is in them; another list when any of them says something else, wherever it lies. */
export function useTimeline(): readonly Moment[] {
  return useWatched(lineOf(useStore().records.moments))
}

type Moments = Collection<MomentId, Moment>
type Line = Watched<readonly Moment[]>

/** One for each board, whoever asks: a long line is sorted once, and only when its order is another one. */
const lines = new WeakMap<Moments, Line>()

export function lineOf(moments: Moments): Line {
  const known = lines.get(moments)
  if (known !== undefined) return known
  const ids = derive([changesOfLine(moments)], () => timeline(moments.all()).map(({ id }) => id), sameList)
  // The order is told of first: what is read after that is of this moment.
  const line = derive(
    [ids, changesOfMeaning(moments)],
    () => ids.get().flatMap((id) => moments.get(id) ?? []),
    sameList,
  )
  lines.set(moments, line)
  return line
}
