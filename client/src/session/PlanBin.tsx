import type { Action, Rung } from '@momentous/shared/domain/action'
import type { MomentId } from '@momentous/shared/domain/id'
import { useCallback, useMemo } from 'react'
import { TextButton } from '../controls/TextButton.tsx'
import { useRuling, useStore, useWatched } from '../model/use-store.ts'
import { derive, sameList } from '../model/watched.ts'
import { inTheBin, planWords } from '../words/plan.ts'
import './plan-bin.css'

/** Actions and steps of this moment that were taken out: nothing disappears. */
export function PlanBin({ moment }: { readonly moment: MomentId }) {
  const store = useStore()
  const { actions, rungs } = useBinned(moment)
  const { allowed } = useRuling('add-action', { id: 'action-to-come' as Action['id'], moment, text: '' })
  const putBack = (kept: Action | Rung) => {
    const ruling =
      'firstStep' in kept
        ? store.act('remove-action', { id: kept.id, removed: false })
        : store.act('set-rung', { id: kept.id, removed: false })
    if (!ruling.allowed) store.say(ruling.reason)
  }
  if (actions.length + rungs.length === 0) return null
  return (
    <details className="plan-bin">
      <summary>{inTheBin(actions.length + rungs.length)}</summary>
      <ul>
        {[...actions, ...rungs].map((kept) => (
          <li key={kept.id}>
            <span>{kept.text === '' ? planWords.wordless : kept.text}</span>
            {allowed && <TextButton onClick={() => putBack(kept)}>{planWords.putBack}</TextButton>}
          </li>
        ))}
      </ul>
    </details>
  )
}

function useBinned(moment: MomentId): { readonly actions: readonly Action[]; readonly rungs: readonly Rung[] } {
  const { actions, rungs } = useStore().records
  const binned = useCallback(
    (each: { readonly moment: MomentId; readonly removed: boolean }) => each.moment === moment && each.removed,
    [moment],
  )
  const goneActions = useMemo(() => {
    const subscribe = (listener: () => void) => actions.subscribeChanges(() => listener())
    return derive([{ subscribe }], () => actions.all().filter(binned), sameList)
  }, [actions, binned])
  const goneRungs = useMemo(() => {
    const subscribe = (listener: () => void) => rungs.subscribeChanges(() => listener())
    return derive([{ subscribe }], () => rungs.all().filter(binned), sameList)
  }, [rungs, binned])
  return { actions: useWatched(goneActions), rungs: useWatched(goneRungs) }
}
