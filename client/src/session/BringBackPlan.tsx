import { columns, type ColumnName } from '@momentous/shared/imports/columns'
import type { MergePlan, PlannedChange, PlannedConflict, PlanPlace, Resolution } from '@momentous/shared/imports/plan'
import { useState, type ReactNode } from 'react'
import { Button } from '../controls/Button.tsx'
import { Segmented } from '../controls/Segmented.tsx'
import { Select } from '../controls/Select.tsx'
import { TextButton } from '../controls/TextButton.tsx'
import { decisionWords, importWords, missingWords, placeWords, planWords, resolutionWords } from '../words/import.ts'
import type { BringBack } from './use-bring-back.ts'

/** A file may change thousands of cells; so many are shown before somebody asks for all of them. */
const SHOWN = 40

export interface BringBackPlanProps {
  readonly plan: MergePlan
  readonly bringing: BringBack
}

/** What a file would change, what somebody has to decide, and what stays in the file. */
export function BringBackPlan({ plan, bringing }: BringBackPlanProps) {
  const { changes, conflicts, untaken, missing, unknown } = plan
  const same = changes.length + conflicts.length + untaken.length === 0
  return (
    <>
      <p className="t-lead" role="status">
        {same ? importWords.nothing : planWords(changes.length, conflicts.length, untaken.length)}
      </p>
      {(unknown.length > 0 || Object.keys(bringing.columns).length > 0) && <Columns plan={plan} bringing={bringing} />}
      {conflicts.length > 0 && <Conflicts conflicts={conflicts} bringing={bringing} />}
      {changes.length > 0 && (
        <Part title={importWords.changes}>
          <Rows all={changes} row={(change) => <Change change={change} />} />
        </Part>
      )}
      {untaken.length > 0 && (
        <Part title={importWords.untaken} lead={importWords.untakenLead}>
          <Rows
            all={untaken}
            row={(each) => (
              <>
                <Place place={each} />
                {each.file !== '' && <p className="bring-back-words">{each.file}</p>}
                <p className="t-small t-second">{each.reason}</p>
              </>
            )}
          />
        </Part>
      )}
      {missing.length > 0 && <p className="t-small t-second">{missingWords(missing.length)}</p>}
    </>
  )
}

function Part(props: { readonly title: string; readonly lead?: string; readonly children: ReactNode }) {
  return (
    <section className="bring-back-part">
      <h3 className="t-h4">{props.title}</h3>
      {props.lead !== undefined && <p className="t-small t-second">{props.lead}</p>}
      {props.children}
    </section>
  )
}

function Rows<Each extends object>(props: { readonly all: readonly Each[]; readonly row: (each: Each) => ReactNode }) {
  const [whole, setWhole] = useState(false)
  const { all, row } = props
  return (
    <>
      <ul className="bring-back-rows">
        {(whole ? all : all.slice(0, SHOWN)).map((each, index) => (
          <li key={index}>{row(each)}</li>
        ))}
      </ul>
      {!whole && all.length > SHOWN && (
        <TextButton onClick={() => setWhole(true)}>{`${importWords.more} ${all.length}`}</TextButton>
      )}
    </>
  )
}

function Place({ place }: { readonly place: PlanPlace }) {
  return (
    <p className="bring-back-place">
      <span className="t-small t-third t-figures">{placeWords(place.row, place.column)}</span>
      <span className="t-label">{place.moment}</span>
    </p>
  )
}

function Change({ change }: { readonly change: PlannedChange }) {
  const { board, file, column } = change
  if (column === null) {
    return (
      <>
        <Place place={change} />
        <p className="t-small t-second">{importWords.newMoment}</p>
      </>
    )
  }
  return (
    <>
      <Place place={change} />
      {board.trim() !== '' && (
        <p className="bring-back-words">
          <del>{board}</del>
        </p>
      )}
      <p className="bring-back-words">
        {file.trim() === '' ? <em className="t-second">{importWords.emptied}</em> : <ins>{file}</ins>}
      </p>
    </>
  )
}

function Conflicts({
  conflicts,
  bringing,
}: {
  readonly conflicts: readonly PlannedConflict[]
  readonly bringing: BringBack
}) {
  const rows = conflicts.map((conflict, index) => ({ conflict, index }))
  return (
    <Part title={importWords.decide} lead={importWords.decideLead}>
      {conflicts.length > 1 && (
        <div className="bring-back-all">
          <Button size="small" onClick={() => bringing.decideAll('board')}>
            {importWords.allBoard}
          </Button>
          <Button size="small" onClick={() => bringing.decideAll('file')}>
            {importWords.allFile}
          </Button>
        </div>
      )}
      <Rows
        all={rows}
        row={({ conflict, index }) => (
          <Conflict
            conflict={conflict}
            decision={bringing.decisions[index] ?? 'board'}
            onDecide={(resolution) => bringing.decide(index, resolution)}
          />
        )}
      />
    </Part>
  )
}

interface ConflictProps {
  readonly conflict: PlannedConflict
  readonly decision: Resolution
  readonly onDecide: (resolution: Resolution) => void
}

function Conflict({ conflict, decision, onDecide }: ConflictProps) {
  const { row, column, moment, board, file, takeBoth } = conflict
  const offered: readonly Resolution[] = takeBoth === null ? ['board', 'file'] : ['board', 'file', 'both']
  return (
    <>
      <Place place={conflict} />
      <dl className="bring-back-sides">
        <div data-stays={decision !== 'file'}>
          <dt>{importWords.onBoard}</dt>
          <dd>{board.trim() === '' ? '–' : board}</dd>
        </div>
        <div data-stays={decision !== 'board'}>
          <dt>{importWords.inFile}</dt>
          <dd>{file.trim() === '' ? '–' : file}</dd>
        </div>
      </dl>
      <Segmented
        bare
        label={decisionWords(row, column, moment)}
        segments={offered.map((value) => ({ value, label: resolutionWords[value] }))}
        value={decision}
        onChange={onDecide}
      />
    </>
  )
}

const LEFT_OUT = 'LEFT OUT'
const named = (Object.keys(columns) as ColumnName[]).filter((name) => name !== 'STAMP')

/** Headings that nobody knows: a person says what they are, and the file is compared again. */
function Columns({ plan, bringing }: BringBackPlanProps) {
  const headings = [...new Set([...Object.keys(bringing.columns), ...plan.unknown])]
  const free = (heading: string) =>
    named.filter((name) => !plan.columns.includes(name) || bringing.columns[heading] === name)
  return (
    <Part title={importWords.columns} lead={importWords.columnsLead}>
      <div className="bring-back-columns">
        {headings.map((heading) => (
          <Select
            key={heading}
            label={heading}
            value={bringing.columns[heading] ?? LEFT_OUT}
            onChange={(value) => bringing.map({ ...bringing.columns, [heading]: value === LEFT_OUT ? null : value })}
            options={[
              { value: LEFT_OUT as ColumnName | typeof LEFT_OUT, label: importWords.leaveOut },
              ...free(heading).map((value) => ({ value, label: value })),
            ]}
          />
        ))}
      </div>
    </Part>
  )
}
