import type { ExportInput } from '@momentous/shared/exports/exporter'
import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import type { FormAnswer, FormJob, PaperKind } from './form-job.ts'

/** Only what a job needs is loaded. */
const writers: Readonly<Record<PaperKind, (input: ExportInput) => Promise<Uint8Array>>> = {
  async pdf(input) {
    const [{ openFonts }, { formPdf }] = await Promise.all([import('./fonts.ts'), import('./pdf-form.ts')])
    return formPdf(input, openFonts())
  },
  async docx(input) {
    const { docxBytes } = await import('./docx-bytes.ts')
    return docxBytes(input)
  },
}

/** Linux keeps a priority for each thread, and 0 is the one that asks; elsewhere it would be the whole server's. */
function yieldToOthers(): void {
  if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL)
}

async function answerTo({ kind, input }: FormJob): Promise<FormAnswer> {
  try {
    return { bytes: await writers[kind](input) }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}

/** The entry of a thread that writes one form. */
if (parentPort !== null) {
  yieldToOthers()
  // What `form-thread.ts` gave it, which is our own file.
  parentPort.postMessage(await answerTo(workerData as FormJob))
}
