import type { Importer } from '@momentous/shared/imports/importer'
import { importers as everywhere } from '@momentous/shared/imports/importers'
import { docxImporter } from './read-docx.ts'
import { xlsxImporter } from './read-xlsx.ts'

/** The formats in which the form comes back. Add a format with one line. */
export const importers = {
  ...everywhere,
  xlsx: xlsxImporter,
  docx: docxImporter,
} as const satisfies Record<string, Importer>
