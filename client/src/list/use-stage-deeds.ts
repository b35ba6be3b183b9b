import { timeline } from '@momentous/shared/board/timeline'
import type { ArgsOf, DirectName } from '@momentous/shared/commands/commands'
import type { MomentId, StageId } from '@momentous/shared/domain/id'
import type { Stage } from '@momentous/shared/domain/stage'
import { useMemo } from 'react'
import { useStore } from '../model/use-store.ts'

/** What the list does with stages; the same functions as long as the board is. */
export interface StageDeeds {
  /** A new stage that begins before this moment; null when it was refused. */
  begin(before: MomentId): StageId | null
  /** Lets it begin after so many moments. */
  move(id: StageId, to: number): void
  remove(id: StageId): void
  /** A new stage that got no title was never there. */
  leave(stage: Stage, isNew: boolean): void
}

export function useStageDeeds(): StageDeeds {
  const store = useStore()
  return useMemo(() => {
    const line = () => timeline(store.records.moments.all()).map(({ id }) => id)
    const act = <Name extends DirectName>(name: Name, args: ArgsOf<Name>): boolean => {
      const done = store.act(name, args)
      if (!done.allowed) store.say(done.reason)
      return done.allowed
    }
    return {
      begin(before) {
        const id = store.newId<StageId>()
        const ids = line()
        return act('add-stage', { id, title: '', after: ids[ids.indexOf(before) - 1] ?? null }) ? id : null
      },
      move: (id, to) => void act('set-stage', { id, after: line()[to - 1] ?? null }),
      remove: (id) => void act('set-stage', { id, removed: true }),
      leave({ id, title, removed }, isNew) {
        if (removed || title.trim() !== '') return
        const remove = () => void act('set-stage', { id, removed: true })
        if (isNew) store.history.withoutTrace(remove)
        else store.history.withTyping({ root: 'stages', id, key: 'title' }, remove)
      },
    }
  }, [store])
}
