import type { BoardStore } from './board-store.ts'
import { createIdeaDrafts, type IdeaDrafts } from './idea-drafts.ts'
import { useStore } from './use-store.ts'

const opened = new WeakMap<BoardStore, IdeaDrafts>()

/** What is half-typed about ideas on the open board, whichever screen shows it. */
export function useIdeaDrafts(): IdeaDrafts {
  const store = useStore()
  const known = opened.get(store)
  if (known !== undefined) return known
  const drafts = createIdeaDrafts()
  opened.set(store, drafts)
  return drafts
}
