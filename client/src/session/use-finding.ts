import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { createFinder, type Finder, type Hit } from '../model/finder.ts'
import { changesOfMeaning } from '../model/moment-changes.ts'
import { useStore, useWatched } from '../model/use-store.ts'
import { derive } from '../model/watched.ts'

export interface Finding {
  readonly typed: string
  readonly hits: readonly Hit[]
  /** Which of them is shown; -1 while none is. */
  readonly at: number
  type(words: string): void
  /** To the next hit, or to the one before; around the ends. */
  step(by: 1 | -1): void
}

/** Somebody is still typing. */
const PAUSE_MS = 350
/** Two hundred notes moved a second need not be looked through as often. */
const NEWS_MS = 150
/** How long it reads ahead before others get a turn. */
const SLICE_MS = 6

/** Finds while one types and while others write; shows the first hit after a pause, the others on request. */
export function useFinding(show: (hit: Hit) => void, shows: (hit: Hit) => boolean): Finding {
  const finder = useFinder()
  const news = useNews()
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState<Hit['id'] | null>(null)
  // Another list only for other words or after news.
  const found = useMemo(() => (news < 0 ? [] : finder.find(typed)), [finder, typed, news])
  const hits = useMemo(() => found.filter(shows), [found, shows])
  const at = hits.findIndex(({ id }) => id === shown)
  const go = useCallback(
    (hit: Hit | undefined) => {
      if (hit === undefined) return
      setShown(hit.id)
      show(hit)
    },
    [show],
  )
  const first = useRef<() => void>(undefined)
  useEffect(() => {
    first.current = () => at < 0 && go(hits[0])
  })
  useEffect(() => {
    if (typed === '') return undefined
    const timer = setTimeout(() => first.current?.(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return {
    ...{ typed, hits, at },
    type: setTyped,
    step: (by) => go(hits[at < 0 ? (by === 1 ? 0 : hits.length - 1) : (at + by + hits.length) % hits.length]),
  }
}

/** What reads the board; it has read most of it before the first word is typed. */
function useFinder(): Finder {
  const { moments, assessments, shapes, stages } = useStore().records
  // Where a note lies is nothing to find: the order is not made anew for every note that is dragged.
  const said = useMemo(() => derive([changesOfMeaning(moments)], moments.all), [moments])
  useWatched(said)
  const finder = useMemo(
    () => createFinder({ moments: { all: said.get }, assessments, shapes, stages }),
    [said, assessments, shapes, stages],
  )
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = () => {
      const end = performance.now() + SLICE_MS
      timer = finder.readAhead(() => performance.now() < end) ? setTimeout(read) : undefined
    }
    timer = setTimeout(read)
    return () => clearTimeout(timer)
  }, [finder])
  return finder
}

/** Another number when something that can be found says something else. */
function useNews(): number {
  const { moments, assessments, shapes, stages } = useStore().records
  const [news, setNews] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      timer = undefined
      setNews((before) => before + 1)
    }
    const soon = () => {
      timer ??= setTimeout(tell, NEWS_MS)
    }
    const stops = [
      changesOfMeaning(moments).subscribe(soon),
      assessments.subscribeChanges(soon),
      shapes.subscribeChanges(soon),
      stages.subscribeChanges(soon),
    ]
    return () => {
      clearTimeout(timer)
      stops.forEach((stop) => stop())
    }
  }, [moments, assessments, shapes, stages])
  return news
}
