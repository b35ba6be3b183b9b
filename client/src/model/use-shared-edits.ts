import type { TextRoot } from '@momentous/shared/commands/edit-text'
import { useCallback } from 'react'
import { useRuling, useStore } from './use-store.ts'

export interface SharedEdits {
  /** Why this person can't type here now; null when nothing speaks against it. */
  readonly refusal: string | null
  /** Sends one small edit; a refusal is said as a sentence. */
  readonly onEdit: (edit: { readonly index: number; readonly remove: number; readonly insert: string }) => boolean
}

/** How one text of a record is typed into by several people. */
export function useSharedEdits(root: TextRoot, id: string, key: string): SharedEdits {
  const store = useStore()
  const ruling = useRuling('edit-text', { root, id, key, index: 0, remove: 0, insert: '' })
  const onEdit = useCallback<SharedEdits['onEdit']>(
    (edit) => {
      const done = store.act('edit-text', { root, id, key, ...edit })
      if (!done.allowed) store.say(done.reason)
      return done.allowed
    },
    [store, root, id, key],
  )
  return { refusal: ruling.allowed ? null : ruling.reason, onEdit }
}
