import type { BoardStore } from './board-store.ts'
import type { Cell } from './cell.ts'
import { useCell } from './use-cell.ts'
import { tabDraft } from './tab-draft.ts'
import { useStore } from './use-store.ts'

const opened = new WeakMap<BoardStore, Map<string, Cell<string>>>()

function draftsOf(store: BoardStore): Map<string, Cell<string>> {
  const known = opened.get(store)
  if (known !== undefined) return known
  const drafts = new Map<string, Cell<string>>()
  opened.set(store, drafts)
  return drafts
}

/**
 * Words that are being typed and not sent yet, by what they will become. They outlive the field that they were begun in:
 * a phase that moves on, a switch between wall and list, a reload of the page.
 */
export function useDraftText(of: string): readonly [text: string, write: (text: string) => void] {
  const drafts = draftsOf(useStore())
  const draft = drafts.get(of) ?? tabDraft(of)
  drafts.set(of, draft)
  return [useCell(draft), draft.set]
}
