import type { Sheet } from '@momentous/shared/exports/sheet'
import { fileWords, rowsInIt } from '../words/files.ts'

/** As many rows as tell whether it is the right file. */
const SHOWN = 12

export interface ExportPreviewProps {
  readonly table: Pick<Sheet, 'headings' | 'rows'> | null
  /** Said of a file that is no table. */
  readonly otherwise: string
}

/** What the file will hold, before it is there. */
export function ExportPreview({ table, otherwise }: ExportPreviewProps) {
  if (table === null) return <p className="t-small t-second">{otherwise}</p>
  const rows = table.rows.slice(0, SHOWN)
  return (
    <div>
      <p className="t-small t-second">{rowsInIt(table.rows.length, rows.length)}</p>
      {rows.length > 0 && (
        // What rolls has to be reached by keys.
        <div className="export-preview" tabIndex={0} role="region" aria-label={fileWords.preview}>
          <table>
            <thead>
              <tr>
                {table.headings.map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((cells, row) => (
                <tr key={row}>
                  {cells.map((text, column) => (
                    <td key={column} dir="auto">
                      {text}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
