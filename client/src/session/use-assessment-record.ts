import type { MomentId } from '@momentous/shared/domain/id'
import { useEffect } from 'react'
import { useAssessment, useRuling, useStore } from '../model/use-store.ts'

/** Has the server make the record that the texts of a priority are typed into, before anybody types. Harmless to repeat. */
export function useAssessmentRecord(moment: MomentId): void {
  const store = useStore()
  const missing = useAssessment(moment) === undefined
  const { allowed } = useRuling('open-assessment', { moment })
  useEffect(() => {
    if (missing && allowed) void store.ask('open-assessment', { moment })
  }, [store, moment, missing, allowed])
}
