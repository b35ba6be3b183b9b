import type { Exporter } from '@momentous/shared/exports/exporter'
import { exporters as everywhere } from '@momentous/shared/exports/exporters'
import { docx } from './docx.ts'
import { pdf } from './pdf.ts'
import { xlsx } from './xlsx.ts'

/** The formats of the device, and those that need a heavy library or, when they are long, a thread. Add a format with one line. */
export const exporters = {
  ...everywhere,
  xlsx,
  docx,
  pdf,
} as const satisfies Record<string, Exporter>
