import type { MomentId } from '@momentous/shared/domain/id'
import { useState } from 'react'
import { useActor, useRuling, useSession, useStore } from '../model/use-store.ts'
import { hasWall } from '../session/has-wall.ts'
import { useDraft } from './use-draft.ts'

/** Are there typed words that the wall no longer takes, and that no composer holds any more? */
export function useStrandedDraft(): boolean {
  const store = useStore()
  const { text, late } = useDraft()
  const phase = useSession((session) => session.phase)
  const { role } = useActor()
  const [id] = useState(() => store.newId<MomentId>())
  const ruling = useRuling('add-moment', { id, text: '', after: 'last' })
  if (role === 'observer' || text.trim() === '') return false
  return hasWall(phase) ? late && !ruling.allowed : true
}
