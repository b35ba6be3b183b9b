import type { ExportInput, Exporter } from './exporter.ts'

/** The form for Excel and its like. Loads its writer when the first one is asked for. */
export const xlsx = {
  id: 'xlsx',
  label: 'Excel',
  of: 'form',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  extension: 'xlsx',
  write: writeXlsx,
} as const satisfies Exporter

async function writeXlsx(input: ExportInput): Promise<Uint8Array> {
  const [{ writeWorkbook }, { formWorkbook }] = await Promise.all([
    import('./workbook.ts'),
    import('./form-workbook.ts'),
  ])
  return writeWorkbook(formWorkbook(input))
}
