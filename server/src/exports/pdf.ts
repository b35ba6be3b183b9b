import type { Exporter } from '@momentous/shared/exports/exporter'
import { writtenBeside } from './form-thread.ts'

/** The planning form on paper: landscape, in the printed form's layout, tagged. */
export const pdf = {
  id: 'pdf',
  label: 'PDF',
  of: 'form',
  mediaType: 'application/pdf',
  extension: 'pdf',
  write: (input) => writtenBeside('pdf', input),
} as const satisfies Exporter
