import type { Worker } from 'node:worker_threads'

/** One question, and its answer. Rejects with the thread's own error, or with `died` when it ends without one. */
export function askThread<Answer>(thread: Worker, question: unknown, died: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error(died))
    const failed = (error: unknown): void => reject(error)
    thread.once('error', failed)
    thread.once('exit', ended)
    thread.once('message', (answer: Answer) => {
      thread.off('error', failed)
      thread.off('exit', ended)
      resolve(answer)
    })
    thread.postMessage(question)
  })
}
