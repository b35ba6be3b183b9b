import type { MergePlan, PlannedChange, PlannedConflict, PlanPlace, Resolution } from '@momentous/shared/imports/plan'
import { Button } from '../controls/Button.tsx'
import { Segmented } from '../controls/Segmented.tsx'
import { besidesWords, decisionWords, importWords, placeWords, planWords, resolutionWords } from '../words/import.ts'
import { BringBackColumns } from './BringBackColumns.tsx'
import { BringBackMissing } from './BringBackMissing.tsx'
import { BringBackOrder } from './BringBackOrder.tsx'
import { Part, Rows } from './BringBackPart.tsx'
import type { BringBack } from './use-bring-back.ts'

export interface BringBackPlanProps {
  readonly plan: MergePlan
  readonly bringing: BringBack
}

/** What a file would change, what somebody has to decide, and what stays in the file. */
export function BringBackPlan({ plan, bringing }: BringBackPlanProps) {
  const { changes, conflicts, untaken, missing, order } = plan
  return (
    <>
      <p className="t-lead" role="status">
        {leadOf(plan)}
      </p>
      <BringBackColumns plan={plan} bringing={bringing} />
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
      {order !== null && <BringBackOrder order={order} bringing={bringing} />}
      {missing.length > 0 && <BringBackMissing missing={missing} bringing={bringing} />}
    </>
  )
}

function leadOf({ changes, conflicts, untaken, missing, order }: MergePlan): string {
  if (changes.length + conflicts.length + untaken.length > 0)
    return planWords(changes.length, conflicts.length, untaken.length)
  return missing.length > 0 || order !== null ? besidesWords(missing.length, order !== null) : importWords.nothing
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
