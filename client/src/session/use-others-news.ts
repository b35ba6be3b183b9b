import { useEffect } from 'react'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { hearOthers } from '../model/others-moments.ts'
import { useStore } from '../model/use-store.ts'
import { othersWords } from '../words/others.ts'

/** How many moments others added or put in the bin, politely and gathered. */
export function useOthersNews(): void {
  const store = useStore()
  const { say } = useAnnouncer()
  useEffect(
    () =>
      hearOthers(store, ({ added, removed }) => {
        if (added > 0) say({ kind: 'added by others', count: added, words: othersWords.added })
        if (removed > 0) say({ kind: 'removed by others', count: removed, words: othersWords.removed })
      }),
    [store, say],
  )
}
