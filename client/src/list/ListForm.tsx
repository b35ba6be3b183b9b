import { planningHeadings, type PlanningRow } from '@momentous/shared/domain/planning-row'
import { Calendar, Download, Upload } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { RankingBadge } from '../controls/RankingBadge.tsx'
import { Sheet } from '../controls/Sheet.tsx'
import { usePlanningForm } from '../model/use-planning-form.ts'
import { useActor } from '../model/use-store.ts'
import { FormFiles, type FormFileDialog } from '../session/FormFiles.tsx'
import { FormCounts } from '../session/FormCounts.tsx'
import { ActionCells, AssessmentCell } from '../session/FormRow.tsx'
import { assessWords } from '../words/assess.ts'
import { boardMenuWords } from '../words/board-menu.ts'
import { formWords } from '../words/form.ts'
import './plan-screen.css'

export interface ListFormProps {
  readonly token: string
  readonly onClose: () => void
}

/** The printed form with its five columns under each other, and the ways to take it home. */
export function ListForm({ token, onClose }: ListFormProps) {
  const form = usePlanningForm()
  const { role } = useActor()
  const [open, setOpen] = useState<FormFileDialog | null>(null)
  const close = () => setOpen(null)
  return (
    <Sheet
      title={formWords.title}
      onClose={onClose}
      foot={
        <>
          <Button icon={<Calendar />} onClick={() => setOpen('next-session')}>
            {formWords.book}
          </Button>
          <Button look="primary" icon={<Download />} onClick={() => setOpen('export')}>
            {formWords.export}
          </Button>
        </>
      }
    >
      <div className="stacked-form">
        <FormCounts form={form} />
        {form.rows.length === 0 && <p className="t-second">{formWords.empty}</p>}
        <ol className="stacked-rows">
          {form.rows.map((row) => (
            <StackedRow key={row.id} row={row} />
          ))}
        </ol>
        <p className="t-small t-second">{formWords.rowsFollow}</p>
        {role === 'facilitator' && (
          <Button icon={<Upload />} onClick={() => setOpen('bring-back')}>
            {boardMenuWords.bringBack}
          </Button>
        )}
      </div>
      <FormFiles open={open} token={token} onClose={close} />
    </Sheet>
  )
}

const [MOMENT, DESCRIPTION, ISSUE, RANKING, ACTION] = planningHeadings

function StackedRow({ row }: { readonly row: PlanningRow }) {
  return (
    <li className="stacked-row">
      <h3 className="t-h4">
        <span className="unseen">{MOMENT}: </span>
        {row.moment}
      </h3>
      <dl>
        <div>
          <dt>{DESCRIPTION}</dt>
          <dd>
            <AssessmentCell row={row} field="description" label={assessWords.description} />
          </dd>
        </div>
        <div>
          <dt>{ISSUE}</dt>
          <dd>
            <AssessmentCell row={row} field="issue" label={assessWords.issue} />
          </dd>
        </div>
        <div>
          <dt>{RANKING}</dt>
          <dd>{row.ranking === null ? formWords.notRanked : <RankingBadge ranking={row.ranking} />}</dd>
        </div>
        <div>
          <dt>{ACTION}</dt>
          <dd>
            <ActionCells row={row} />
          </dd>
        </div>
      </dl>
    </li>
  )
}
