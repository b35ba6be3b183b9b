import type { MovedRows } from '@momentous/shared/imports/plan'
import { Segmented } from '../controls/Segmented.tsx'
import { behindWords, importWords } from '../words/import.ts'
import { Part, Rows } from './BringBackPart.tsx'
import type { BringBack } from './use-bring-back.ts'

interface BringBackOrderProps {
  readonly order: MovedRows
  readonly bringing: BringBack
}

const whose = [
  { value: 'board', label: importWords.orderBoard },
  { value: 'file', label: importWords.orderFile },
] as const

/** Rows that stand elsewhere in the file: the timeline changes only when a person says so. */
export function BringBackOrder({ order, bringing }: BringBackOrderProps) {
  const { moved, boardToo, refusal } = order
  return (
    <Part title={importWords.order} lead={importWords.orderLead}>
      {boardToo && <p className="t-small t-second">{importWords.orderBoth}</p>}
      {refusal === null ? (
        <Segmented
          bare
          label={importWords.orderWhose}
          segments={whose}
          value={bringing.ordered ? 'file' : 'board'}
          onChange={(value) => bringing.order(value === 'file')}
        />
      ) : (
        <p className="t-small t-second">{refusal}</p>
      )}
      <Rows
        all={moved}
        row={({ moment, behind }) => (
          <>
            <span className="bring-back-words t-label">{moment}</span>
            <span className="t-small t-second bring-back-words">{behindWords(behind)}</span>
          </>
        )}
      />
    </Part>
  )
}
