import type { Action } from '@momentous/shared/domain/action'
import type { PlanningForm } from '@momentous/shared/domain/planning-row'
import { Check, UserRound } from 'lucide-react'
import { useMemo } from 'react'
import { Chip } from '../controls/Chip.tsx'
import { useStore, useWatched } from '../model/use-store.ts'
import { derive, sameList } from '../model/watched.ts'
import { formWords, haveAction, haveDate, haveNoOwner } from '../words/form.ts'
import { countForm } from './form-counts.ts'
import './form-view.css'

/** What is there and what is missing, counted. */
export function FormCounts({ form }: { readonly form: PlanningForm }) {
  const { all, withAction, withDate, withoutOwner } = countForm(form.rows, useAllActions())
  if (all === 0) return null
  return (
    <ul className="form-counts" aria-label={formWords.missing}>
      <Count words={haveAction(withAction, all)} whole={withAction === all} />
      <Count words={haveDate(withDate, all)} whole={withDate === all} />
      {withoutOwner > 0 && (
        <li>
          <Chip look="warn" icon={<UserRound />}>
            {haveNoOwner(withoutOwner)}
          </Chip>
        </li>
      )}
    </ul>
  )
}

function Count({ words, whole }: { readonly words: string; readonly whole: boolean }) {
  return (
    <li className="form-count t-figures">
      {whole && <Check />}
      {words}
    </li>
  )
}

function useAllActions(): readonly Action[] {
  const { actions } = useStore().records
  const source = useMemo(() => {
    const subscribe = (listener: () => void) => actions.subscribeChanges(() => listener())
    return derive([{ subscribe }], () => actions.all().filter(({ removed }) => !removed), sameList)
  }, [actions])
  return useWatched(source)
}
