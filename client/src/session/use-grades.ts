import type { Grade } from '@momentous/shared/domain/assessment'
import { useMemo } from 'react'
import { useStore, useWatched } from '../model/use-store.ts'
import { derive } from '../model/watched.ts'

/** Every moment's grading and settled ranking; another list when any of them changes. */
export function useGrades(): readonly Grade[] {
  const { grades } = useStore().records
  const source = useMemo(() => {
    const subscribe = (listener: () => void) => grades.subscribeChanges(() => listener())
    return derive([{ subscribe }], () => grades.all())
  }, [grades])
  return useWatched(source)
}
