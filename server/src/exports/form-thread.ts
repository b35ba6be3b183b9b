import type { ExportInput } from '@momentous/shared/exports/exporter'
import type { FormAnswer, FormJob, PaperKind } from './form-job.ts'

/** A form that takes longer is given up, in milliseconds. */
const PATIENCE = 60_000
/** More than the largest board's form takes, in megabytes: a thread that wants more dies, and nobody else. */
const MEMORY = 768

/** Writes a document beside the server's own work, in a thread that ends with it, so that no board waits for it. */
export async function writtenBeside(kind: PaperKind, input: ExportInput): Promise<Uint8Array> {
  const { Worker } = await import('node:worker_threads')
  const job: FormJob = { kind, input }
  const thread = new Worker(new URL('./form-worker.ts', import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
  })
  thread.unref()
  let late: NodeJS.Timeout | undefined
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      late = setTimeout(() => reject(new Error('The form took too long to be written.')), PATIENCE)
      thread.once('error', (error: unknown) => reject(error))
      thread.once('exit', () => reject(new Error('The thread that writes a form has ended.')))
      thread.once('message', (answer: FormAnswer) =>
        'bytes' in answer ? resolve(answer.bytes) : reject(new Error(answer.problem)),
      )
    })
  } finally {
    clearTimeout(late)
    void thread.terminate()
  }
}
