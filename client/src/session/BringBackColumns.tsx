import { columns, type ColumnName } from '@momentous/shared/imports/columns'
import type { MergePlan } from '@momentous/shared/imports/plan'
import { useState } from 'react'
import { Select } from '../controls/Select.tsx'
import { TextButton } from '../controls/TextButton.tsx'
import { importWords } from '../words/import.ts'
import { Part } from './BringBackPart.tsx'
import type { BringBack } from './use-bring-back.ts'

const LEFT_OUT = 'LEFT OUT'
const named = (Object.keys(columns) as ColumnName[]).filter((name) => name !== 'STAMP')

interface BringBackColumnsProps {
  readonly plan: MergePlan
  readonly bringing: BringBack
}

/** What the file's columns are: those that nobody knows are asked for, all of them shown to whoever wants to see. */
export function BringBackColumns({ plan, bringing }: BringBackColumnsProps) {
  const [all, setAll] = useState(false)
  const asked = new Set([...Object.keys(bringing.columns), ...plan.unknown])
  const shown = plan.headings.filter(({ heading, column }) => (all ? column !== 'STAMP' : asked.has(heading)))
  const opener = <TextButton onClick={() => setAll(true)}>{importWords.allColumns}</TextButton>
  if (shown.length === 0) return opener
  return (
    <Part title={importWords.columns} lead={leadOf(plan)}>
      <div className="bring-back-columns">
        {shown.map(({ heading, column, samples }) => (
          <div key={heading} className="bring-back-column">
            <Select
              label={heading}
              value={column ?? LEFT_OUT}
              onChange={(value) => bringing.map({ ...bringing.columns, [heading]: value === LEFT_OUT ? null : value })}
              options={[
                { value: LEFT_OUT as ColumnName | typeof LEFT_OUT, label: importWords.leaveOut },
                ...named
                  .filter((name) => name === column || !plan.columns.includes(name))
                  .map((value) => ({ value, label: value })),
              ]}
            />
            <p className="t-small t-third bring-back-samples">{samples.join(' · ') || importWords.noSample}</p>
          </div>
        ))}
      </div>
      {!all && opener}
    </Part>
  )
}

function leadOf({ columns: known, unknown }: MergePlan): string {
  if (!known.includes('MOMENT OF TRUTH') && !known.includes('ID')) return importWords.columnsFirst
  return unknown.length > 0 ? importWords.columnsLead : importWords.columnsKnown
}
