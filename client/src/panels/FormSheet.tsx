import type { MomentId } from '@momentous/shared/domain/id'
import { planningHeadings, type PlanningForm } from '@momentous/shared/domain/planning-row'
import { Calendar } from 'lucide-react'
import { useMemo } from 'react'
import { usePeople, useStore, useWatched } from '../model/use-store.ts'
import { derive } from '../model/watched.ts'
import { dateWords, dayWords } from '../words/date.ts'
import { formWords, nextSession, sheetLine } from '../words/form.ts'
import { FormRow } from '../session/FormRow.tsx'
import '../session/form-sheet.css'

export interface FormSheetProps {
  readonly form: PlanningForm
  readonly moment: MomentId | null
  readonly onPick?: (moment: MomentId) => void
}

/** The printed form, live: its five columns, one row a priority. */
export function FormSheet({ form, moment, onPick }: FormSheetProps) {
  const store = useStore()
  const { people } = usePeople()
  const took = people.filter(({ role }) => role !== 'observer').length
  const parked = useParked()
  return (
    <div className="form-sheet">
      <header className="form-sheet-head">
        <h3 className="t-h3">{form.title}</h3>
        <p className="t-small t-second">{sheetLine(dayWords(store.now()), took)}</p>
      </header>
      <table className="form-sheet-table">
        <thead>
          <tr>
            {planningHeadings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {form.rows.map((row) => (
            <FormRow key={row.id} row={row} now={row.id === moment} {...(onPick && { onPick })} />
          ))}
        </tbody>
      </table>
      {form.rows.length === 0 && <p className="form-sheet-empty">{formWords.empty}</p>}
      {form.nextSession !== null && (
        <p className="form-sheet-next">
          <Calendar />
          {nextSession(dateWords(form.nextSession.date), parked)}
        </p>
      )}
    </div>
  )
}

function useParked(): number {
  const { ideas } = useStore().records
  const source = useMemo(() => {
    const subscribe = (listener: () => void) => ideas.subscribeChanges(() => listener())
    const count = () => ideas.all().filter(({ verdict, withdrawn }) => verdict.state === 'parked' && !withdrawn).length
    return derive([{ subscribe }], count)
  }, [ideas])
  return useWatched(source)
}
