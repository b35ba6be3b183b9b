import type { Sheet } from '@momentous/shared/exports/sheet'
import { useMemo } from 'react'
import type { FormFormat, FormWishes } from './form-formats.ts'
import { tableOf } from './form-table.ts'
import { changesOfMeaning } from './moment-changes.ts'
import { useStore, useWatched } from './use-store.ts'
import { derive } from './watched.ts'

/** The rows that a file would have now, live; null for a file that is no table. */
export function useFormTable(format: FormFormat, wishes: FormWishes): Sheet | null {
  const store = useStore()
  const source = useMemo(() => {
    const { moments, assessments, grades, actions, rungs, ideas } = store.records
    const collections = [assessments, grades, actions, rungs, ideas].map(({ subscribeChanges }) => ({
      subscribe: (listener: () => void) => subscribeChanges(() => listener()),
    }))
    return derive(
      [changesOfMeaning(moments), ...collections, store.session],
      () => tableOf(store, format, wishes),
      saysTheSame,
    )
  }, [store, format, wishes])
  return useWatched(source)
}

function saysTheSame(one: Sheet | null, other: Sheet | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
