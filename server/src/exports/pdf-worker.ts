import type { ExportInput } from '@momentous/shared/exports/exporter'
import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { openFonts } from './fonts.ts'
import { formPdf } from './pdf-form.ts'

/** What the thread answers. */
export type PdfAnswer = { readonly bytes: Uint8Array } | { readonly problem: string }

/** Linux keeps a priority for each thread, and 0 is the one that asks; elsewhere it would be the whole server's. */
function yieldToOthers(): void {
  if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL)
}

async function answer(input: ExportInput): Promise<PdfAnswer> {
  try {
    return { bytes: await formPdf(input, openFonts()) }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}

/** The entry of a thread that sets one form. */
if (parentPort !== null) {
  yieldToOthers()
  // What `pdf.ts` gave it, which is our own file.
  parentPort.postMessage(await answer(workerData as ExportInput))
}
