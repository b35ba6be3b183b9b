import type { MomentId } from '@momentous/shared/domain/id'
import type { Moment } from '@momentous/shared/domain/moment'
import { useEffect, useMemo, useState } from 'react'
import { createAlikePairs, type AlikePair } from '../model/alike-pairs.ts'
import type { BoardStore } from '../model/board-store.ts'
import { openDevice } from '../model/device.ts'
import { openLeftApart } from '../model/left-apart.ts'
import { useRuling, useStore } from '../model/use-store.ts'
import { useTimeline } from './use-timeline.ts'

/** How often it is looked whether something has rested, and how long at a time. */
const LOOK_MS = 500
const SLICE_MS = 6

/** Two moments that could be stacked; nothing happens by itself. */
export interface AlikeFound {
  readonly pair: AlikePair
  /** Their numbers on the line. */
  readonly numbers: readonly [number, number]
}

export interface Alike {
  readonly found: AlikeFound | null
  /** Puts the later one, with what lies under it, under the earlier one; null when that was refused. */
  stack(pair: AlikePair): readonly MomentId[] | null
  takeApart(ids: readonly MomentId[]): void
  areStacked(ids: readonly MomentId[]): boolean
  /** This pair is not offered any more on this device. */
  leave(pair: AlikePair): void
}

/** Looks for moments that say nearly the same, for whoever may stack them. */
export function useAlike(): Alike {
  const store = useStore()
  const line = useTimeline()
  const ruling = useRuling('stack-moments', { ids: [], on: null })
  const apart = useMemo(() => openLeftApart(openDevice(), store.board), [store])
  const [pairs, looked] = usePairs(store)
  const [left, setLeft] = useState(0)
  const found = useMemo(() => {
    const may = ([one, other]: AlikePair) => !apart.has(one.id, other.id)
    const pair = ruling.allowed && looked + left >= 0 ? pairs.first(line, may) : null
    return pair && { pair, numbers: [line.indexOf(pair[0]) + 1, line.indexOf(pair[1]) + 1] as const }
  }, [pairs, line, apart, ruling.allowed, looked, left])
  const act = (ids: readonly MomentId[], on: MomentId | null): boolean => {
    const done = store.act('stack-moments', { ids: [...ids], on })
    if (!done.allowed) store.say(done.reason)
    return done.allowed
  }
  return {
    found,
    stack([base, other]) {
      const ids = [other.id, ...beneath(store, other).map(({ id }) => id)]
      return act(ids, base.id) ? ids : null
    },
    takeApart: (ids) => void act(ids, null),
    areStacked: (ids) => ids.some((id) => store.records.moments.get(id)?.stackedOn !== null),
    leave([one, other]) {
      apart.add(one.id, other.id)
      setLeft((before) => before + 1)
    },
  }
}

function beneath({ records }: BoardStore, base: Moment): readonly Moment[] {
  return records.moments.all().filter(({ stackedOn, removed }) => stackedOn === base.id && !removed)
}

/** The pairs of this board, and another number whenever some may be different. */
function usePairs(store: BoardStore) {
  const { moments } = store.records
  const pairs = useMemo(() => createAlikePairs(moments.get), [moments])
  const [looked, setLooked] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const end = performance.now() + SLICE_MS
      const more = pairs.work(performance.now(), () => performance.now() < end)
      timer = more ? setTimeout(look, LOOK_MS) : undefined
      setLooked((before) => before + 1)
    }
    const take = (ids: Iterable<MomentId>) => {
      if (pairs.take(ids, performance.now())) timer ??= setTimeout(look, LOOK_MS)
    }
    take(moments.ids())
    const leave = moments.subscribeChanges(take)
    return () => {
      clearTimeout(timer)
      leave()
    }
  }, [moments, pairs])
  return [pairs, looked] as const
}
