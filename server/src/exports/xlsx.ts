import type { ExportInput, Exporter } from '@momentous/shared/exports/exporter'
import { xlsx as anywhere } from '@momentous/shared/exports/xlsx'
import { writtenBeside } from './form-thread.ts'

/** The form for Excel, as the device writes it; a long one in a thread of its own. */
export const xlsx = { ...anywhere, write: writeXlsx } as const satisfies Exporter

/** So many rows are written in a few milliseconds; more, one file after the other, would hold up the boards of this server. */
const SHORT = 60

async function writeXlsx(input: ExportInput): Promise<Uint8Array> {
  return input.form.rows.length > SHORT ? await writtenBeside('xlsx', input) : await anywhere.write(input)
}
