import type { ExportInput, Exporter } from '@momentous/shared/exports/exporter'
import { writtenBeside } from './form-thread.ts'

/** The planning form for Word: landscape, in the printed form's layout. Loads its library when the first one is asked for. */
export const docx = {
  id: 'docx',
  label: 'Word',
  of: 'form',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  extension: 'docx',
  write: writeDocx,
} as const satisfies Exporter

/** So many rows are written in a moment; more would hold up the boards of this server. */
const SHORT = 30

async function writeDocx(input: ExportInput): Promise<Uint8Array> {
  const { rows } = input.form
  if (rows.length > SHORT) return await writtenBeside('docx', input)
  const { docxBytes } = await import('./docx-bytes.ts')
  return await docxBytes(input)
}
