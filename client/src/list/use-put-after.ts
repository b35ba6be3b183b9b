import type { MomentId } from '@momentous/shared/domain/id'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { useStore } from '../model/use-store.ts'
import { momentsAdded } from '../words/post.ts'
import type { NextSpot } from './next-spot.ts'

/** Puts newcomers after the chosen row, says how many, and shows the last one; false when there are none. */
export function usePutAfter({ after: place }: NextSpot) {
  const store = useStore()
  const { say } = useAnnouncer()
  return (add: (after: MomentId | 'last') => readonly MomentId[], row: MomentId | null = null): boolean => {
    const chosen = row ?? place.get()
    const there = chosen !== 'last' && store.view().moment(chosen)?.removed === false
    const made = add(there ? chosen : 'last')
    const last = made.at(-1)
    if (last === undefined) return false
    place.set(there ? last : 'last')
    say({ kind: 'added', count: made.length, words: momentsAdded })
    showRow(last)
    return true
  }
}

/** After the list has drawn the newcomer. */
function showRow(id: MomentId): void {
  setTimeout(() => document.querySelector(`.list-main [data-moment="${id}"]`)?.scrollIntoView({ block: 'nearest' }), 50)
}
