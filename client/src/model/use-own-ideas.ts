import type { BoardStore } from './board-store.ts'
import { openDevice } from './device.ts'
import { openOwnIdeas, type OwnIdeas } from './own-ideas.ts'
import { useStore } from './use-store.ts'

const opened = new WeakMap<BoardStore, OwnIdeas>()

/** What this device wrote on the open board; one list for the whole page. */
export function useOwnIdeas(): OwnIdeas {
  const store = useStore()
  const known = opened.get(store)
  if (known !== undefined) return known
  const own = openOwnIdeas(openDevice(), store.board)
  opened.set(store, own)
  return own
}
