import type { ExportInput, Exporter } from '@momentous/shared/exports/exporter'
import type { PdfAnswer } from './pdf-worker.ts'

/** The planning form on paper: landscape, in the printed form's layout, tagged. Set in a thread of its own. */
export const pdf = {
  id: 'pdf',
  label: 'PDF',
  of: 'form',
  mediaType: 'application/pdf',
  extension: 'pdf',
  write: writePdf,
} as const satisfies Exporter

/** A form that takes longer is given up, in milliseconds. */
const PATIENCE = 60_000
/** More than the largest board's form takes, in megabytes: a thread that wants more dies, and nobody else. */
const MEMORY = 768

async function writePdf(input: ExportInput): Promise<Uint8Array> {
  const { Worker } = await import('node:worker_threads')
  const thread = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
  })
  thread.unref()
  let late: NodeJS.Timeout | undefined
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      late = setTimeout(() => reject(new Error('The form took too long to be set.')), PATIENCE)
      thread.once('error', (error: unknown) => reject(error))
      thread.once('exit', () => reject(new Error('The thread that sets a form has ended.')))
      thread.once('message', (answer: PdfAnswer) =>
        'bytes' in answer ? resolve(answer.bytes) : reject(new Error(answer.problem)),
      )
    })
  } finally {
    clearTimeout(late)
    void thread.terminate()
  }
}
