import { behindTheScenes } from '@momentous/shared/board/timeline'
import type { Moment } from '@momentous/shared/domain/moment'
import { useMemo } from 'react'
import { changesOfMeaning } from '../model/moment-changes.ts'
import { useStore, useWatched } from '../model/use-store.ts'
import { derive, sameList } from '../model/watched.ts'

function useMoments(choose: (all: readonly Moment[]) => readonly Moment[]): readonly Moment[] {
  const { moments } = useStore().records
  const source = useMemo(
    () => derive([changesOfMeaning(moments)], () => choose(moments.all()), sameList),
    [moments, choose],
  )
  return useWatched(source)
}

// A note in which nothing was ever written is nothing to take back.
const removed = (all: readonly Moment[]) => all.filter((moment) => moment.removed && moment.text.trim() !== '')

/** What was taken off the wall; nothing ever leaves the board. */
export const useBin = (): readonly Moment[] => useMoments(removed)

/** The decisions that the customer never sees, in their order. */
export const useBehindTheScenes = (): readonly Moment[] => useMoments(behindTheScenes)
