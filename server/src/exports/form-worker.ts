import type { ExportInput } from '@momentous/shared/exports/exporter'
import { setPriority } from 'node:os'
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
  async xlsx(input) {
    const { xlsx } = await import('@momentous/shared/exports/xlsx')
    return xlsx.write(input)
  },
}

async function answerTo({ kind, input }: FormJob): Promise<FormAnswer> {
  try {
    return { bytes: await writers[kind](input) }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}

/** Where cores are few, people who work on a board come before a file. */
const NICE = 10

/** The entry of a thread that writes one form. */
if (parentPort !== null) {
  // On Linux this is for the thread that says it; elsewhere it would be for the whole server.
  if (process.platform === 'linux') setPriority(NICE)
  // What `form-thread.ts` gave it, which is our own file.
  parentPort.postMessage(await answerTo(workerData as FormJob))
}
