import { takenOut, type MissingRow } from '@momentous/shared/imports/plan'
import { Button } from '../controls/Button.tsx'
import { Checkbox } from '../controls/Checkbox.tsx'
import { importWords } from '../words/import.ts'
import { Part, Rows } from './BringBackPart.tsx'
import type { BringBack } from './use-bring-back.ts'

interface BringBackMissingProps {
  readonly missing: readonly MissingRow[]
  readonly bringing: BringBack
}

/** Moments without a row in the file: none goes to the bin by itself. */
export function BringBackMissing({ missing, bringing }: BringBackMissingProps) {
  const gone = takenOut(missing).flatMap(({ id, refusal }) => (refusal === null ? [id] : []))
  return (
    <Part title={importWords.missing} lead={importWords.missingLead}>
      {gone.length > 1 && (
        <div className="bring-back-all">
          <Button size="small" onClick={() => bringing.bin(gone, true)}>
            {missing.every(({ wasThere }) => wasThere === null) ? importWords.binEvery : importWords.binAll}
          </Button>
          <Button
            size="small"
            onClick={() =>
              bringing.bin(
                missing.map(({ id }) => id),
                false,
              )
            }
          >
            {importWords.binNone}
          </Button>
        </div>
      )}
      <Rows
        all={missing}
        row={({ id, moment, wasThere, refusal }) => (
          <Checkbox
            label={
              <>
                <span className="bring-back-words">{moment}</span>
                {wasThere !== null && (
                  <span className="bring-back-note t-small t-second">
                    {wasThere ? importWords.wasThere : importWords.wasNotThere}
                  </span>
                )}
              </>
            }
            checked={bringing.binned.has(id)}
            onChange={(binned) => bringing.bin([id], binned)}
            refusal={refusal}
          />
        )}
      />
    </Part>
  )
}
