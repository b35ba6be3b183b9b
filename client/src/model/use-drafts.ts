import type { BoardStore } from './board-store.ts'
import { createDrafts, type Drafts } from './drafts.ts'
import { useStore } from './use-store.ts'

const opened = new WeakMap<BoardStore, Drafts>()

/** What is half-typed on the open board, whichever screen shows it. */
export function useDrafts(): Drafts {
  const store = useStore()
  const known = opened.get(store)
  if (known !== undefined) return known
  const drafts = createDrafts()
  opened.set(store, drafts)
  return drafts
}
