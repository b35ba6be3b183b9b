import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { BESIDE_PEOPLE, type FormAnswer, type FormJob } from './form-job.ts'
import { formWriters } from './form-writers.ts'

async function answerTo({ kind, input }: FormJob): Promise<FormAnswer> {
  try {
    return { bytes: await formWriters[kind](input) }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}

/** The entry of a thread that writes one form. */
if (parentPort !== null) {
  // On Linux this is for the thread that says it; elsewhere it would be for the whole server.
  if (process.platform === 'linux') setPriority(BESIDE_PEOPLE)
  // What `form-thread.ts` gave it, which is our own file.
  parentPort.postMessage(await answerTo(workerData as FormJob))
}
