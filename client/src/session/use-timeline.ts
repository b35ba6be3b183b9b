import { timeline } from '@momentous/shared/board/timeline'
import type { Moment } from '@momentous/shared/domain/moment'
import { useMemo } from 'react'
import { changesOfMeaning } from '../model/moment-changes.ts'
import { useStore, useWatched } from '../model/use-store.ts'
import { derive, sameList } from '../model/watched.ts'

/** The moments of the line with what is in them; another list when any of them says something else, wherever it lies. */
export function useTimeline(): readonly Moment[] {
  const { moments } = useStore().records
  const source = useMemo(() => derive([changesOfMeaning(moments)], () => timeline(moments.all()), sameList), [moments])
  return useWatched(source)
}
