import { stageBands } from '@momentous/shared/board/stage-bands'
import type { MomentId, StageId } from '@momentous/shared/domain/id'
import type { Stage } from '@momentous/shared/domain/stage'
import { useMemo, useSyncExternalStore } from 'react'
import type { BoardStore } from './board-store.ts'
import { changesOfLine } from './moment-changes.ts'
import { useStore, useWatched } from './use-store.ts'
import { derive, sameList } from './watched.ts'

/** One row of the timeline as a list: a stage that begins, or a moment. */
export interface LineRow {
  readonly stage: StageId | null
  readonly moment: MomentId | null
  /** How many moments come before it. */
  readonly at: number
}

function rowsOf({ records }: BoardStore): readonly LineRow[] {
  return stageBands(records.moments.all(), records.stages.all()).flatMap(({ stage, moments, first }) => [
    ...(stage === null ? [] : [{ stage: stage.id, moment: null, at: first }]),
    ...moments.map((moment, index) => ({ stage: null, moment, at: first + index })),
  ])
}

const nameOfRow = ({ stage, moment }: LineRow) => stage ?? moment ?? ''

/** The timeline with its stages, in order; the same list until one of them comes, goes or moves. */
export function useLineRows(): readonly LineRow[] {
  const store = useStore()
  const source = useMemo(() => {
    const { moments, stages } = store.records
    const changes = { subscribe: (listener: () => void) => stages.subscribeChanges(() => listener()) }
    return derive([changesOfLine(moments), changes], () => rowsOf(store).map(nameOfRow), sameList)
  }, [store])
  const names = useWatched(source)
  return useMemo(() => (names.length === 0 ? [] : rowsOf(store)), [names, store])
}

export function useStage(id: StageId): Stage | undefined {
  const { stages } = useStore().records
  return useSyncExternalStore(
    (listener) => stages.subscribe(listener, id),
    () => stages.get(id),
  )
}
