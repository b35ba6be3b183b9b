import type { Action } from '@momentous/shared/domain/action'
import { ACTION_TEXT_MAX } from '@momentous/shared/domain/action'
import type { ActionId, MomentId } from '@momentous/shared/domain/id'
import type { PlanningRow } from '@momentous/shared/domain/planning-row'
import { RankingBadge } from '../controls/RankingBadge.tsx'
import { SharedText } from '../controls/SharedText.tsx'
import { useSharedEdits } from '../model/use-shared-edits.ts'
import { useActionsOf, useRuling } from '../model/use-store.ts'
import { assessWords } from '../words/assess.ts'
import { formWords } from '../words/form.ts'
import { planWords } from '../words/plan.ts'
import { AssessmentText } from './AssessmentText.tsx'
import { FormCell } from './FormCell.tsx'
import { useAssessmentRecord } from './use-assessment-record.ts'
import './form-sheet.css'

export interface FormRowProps {
  readonly row: PlanningRow
  readonly now: boolean
  readonly onPick?: (moment: MomentId) => void
}

/** One row: its texts are typed into where they stand, by whoever may. */
export function FormRow({ row, now, onPick }: FormRowProps) {
  return (
    <tr className={now ? 'form-row form-row-now' : 'form-row'} aria-current={now || undefined}>
      <th scope="row">
        {onPick ? (
          <button type="button" className="form-row-pick" onClick={() => onPick(row.id)}>
            {row.moment}
          </button>
        ) : (
          row.moment
        )}
      </th>
      <td>
        <AssessmentCell row={row} field="description" label={assessWords.description} />
      </td>
      <td>
        <AssessmentCell row={row} field="issue" label={assessWords.issue} />
      </td>
      <td>
        {row.ranking === null ? <span className="form-row-none">–</span> : <RankingBadge ranking={row.ranking} />}
        {row.ranking === null && <span className="unseen">{formWords.notRanked}</span>}
      </td>
      <td>
        <ActionCells row={row} {...(onPick && { onPick })} />
      </td>
    </tr>
  )
}

interface AssessmentCellProps {
  readonly row: PlanningRow
  readonly field: 'description' | 'issue'
  readonly label: string
}

export function AssessmentCell({ row, field, label }: AssessmentCellProps) {
  const { refusal } = useSharedEdits('assessments', row.id, field)
  return (
    <FormCell text={row[field]} name={formWords.change(label, row.moment)} fixed={refusal !== null}>
      {(onDone) => <AssessmentField row={row} field={field} label={label} onDone={onDone} />}
    </FormCell>
  )
}

function AssessmentField({ row, field, label, onDone }: AssessmentCellProps & { readonly onDone: () => void }) {
  useAssessmentRecord(row.id)
  return <AssessmentText moment={row.id} field={field} label={label} bare autoFocus onBlur={onDone} />
}

export function ActionCells({ row, onPick }: Omit<FormRowProps, 'now'>) {
  const actions = useActionsOf(row.id)
  const { allowed } = useRuling('add-action', { id: 'action-to-come' as ActionId, moment: row.id, text: '' })
  if (actions.length === 0 && onPick && allowed) {
    return (
      <button
        type="button"
        className="form-cell form-cell-empty"
        aria-label={formWords.addFor(row.moment)}
        onClick={() => onPick(row.id)}
      >
        {formWords.addAction}
      </button>
    )
  }
  return (
    <>
      {actions.map((action) => (
        <ActionCell key={action.id} row={row} action={action} />
      ))}
    </>
  )
}

function ActionCell({ row, action }: { readonly row: PlanningRow; readonly action: Action }) {
  const { refusal, onEdit } = useSharedEdits('actions', action.id, 'text')
  return (
    <FormCell
      text={action.text.trim() === '' ? action.firstStep : action.text}
      name={formWords.change(planWords.done, row.moment)}
      fixed={refusal !== null}
    >
      {(onDone) => (
        <SharedText
          label={planWords.done}
          bare
          autoFocus
          value={action.text}
          maxLength={ACTION_TEXT_MAX}
          onEdit={onEdit}
          onBlur={onDone}
        />
      )}
    </FormCell>
  )
}
