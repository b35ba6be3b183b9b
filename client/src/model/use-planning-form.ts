import type { PlanningForm } from '@momentous/shared/domain/planning-row'
import { planningForm, type FormChoice } from '@momentous/shared/priorities/planning-form'
import { useMemo } from 'react'
import { changesOfMeaning } from './moment-changes.ts'
import { snapshotOf } from './store-snapshot.ts'
import { useStore, useWatched } from './use-store.ts'
import { derive } from './watched.ts'

const sheet: FormChoice = { order: 'timeline', rows: 'priorities', prompts: false }

/** The form as it stands, live: the shortlist's rows in the order of the wall. */
export function usePlanningForm(): PlanningForm {
  const store = useStore()
  const source = useMemo(() => {
    const { moments, assessments, grades, actions } = store.records
    const collections = [assessments, grades, actions].map(({ subscribeChanges }) => ({
      subscribe: (listener: () => void) => subscribeChanges(() => listener()),
    }))
    return derive(
      [changesOfMeaning(moments), ...collections, store.session],
      () => planningForm(snapshotOf(store), sheet),
      saysTheSame,
    )
  }, [store])
  return useWatched(source)
}

function saysTheSame(one: PlanningForm, other: PlanningForm): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
