import type { MomentId } from '@momentous/shared/domain/id'
import type { Moment } from '@momentous/shared/domain/moment'
import { useMemo } from 'react'
import { changesOfLine } from '../model/moment-changes.ts'
import { useStore, useWatched } from '../model/use-store.ts'
import { derive } from '../model/watched.ts'

/** How many notes lie under each moment that carries a stack; the same map until one of them is another. */
export function useStackSizes(): ReadonlyMap<MomentId, number> {
  const { moments } = useStore().records
  const source = useMemo(() => derive([changesOfLine(moments)], () => sizes(moments.all()), sameSizes), [moments])
  return useWatched(source)
}

function sizes(moments: readonly Moment[]): ReadonlyMap<MomentId, number> {
  const found = new Map<MomentId, number>()
  for (const { stackedOn, removed } of moments) {
    if (stackedOn !== null && !removed) found.set(stackedOn, (found.get(stackedOn) ?? 0) + 1)
  }
  return found
}

function sameSizes(a: ReadonlyMap<MomentId, number>, b: ReadonlyMap<MomentId, number>): boolean {
  return a.size === b.size && [...a].every(([id, size]) => b.get(id) === size)
}
