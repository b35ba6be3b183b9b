import { readFileSync, rmSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import type { Question, ThreadSetup } from '../../server/src/storage/sqlite-thread.ts'

/** What a thread of the storage does wrong, as a file beside the database says: `write before`, `read after`, `write always`. */
export type Fault = `${ThreadSetup['duty']} ${'before' | 'after' | 'always'}`

export const faultFile = (path: string): string => `${path}.fault`

/** The real thread, which dies when a test says so: before it has done what it was asked, after that, or again and again. */
async function thread(port: NonNullable<typeof parentPort>, { duty, path }: ThreadSetup): Promise<void> {
  const is = (when: string): boolean => {
    try {
      return readFileSync(faultFile(path), 'utf8') === `${duty} ${when}`
    } catch {
      // There is none, or the other thread has just taken it.
      return false
    }
  }
  const die = (): never => {
    rmSync(faultFile(path))
    process.exit(1)
  }
  let asked: Question | null = null
  port.on('message', (question: Question) => {
    asked = question
    if (question.verb === 'stop') return
    if (is('always')) throw new Error('The test says so again.')
    if (is('before') && question.verb !== 'ready') die()
  })
  const answer = port.postMessage.bind(port)
  port.postMessage = (...message: Parameters<typeof answer>) => {
    if (is('after') && asked?.verb !== 'ready') process.nextTick(die)
    else answer(...message)
  }
  await import('../../server/src/storage/sqlite-worker.ts')
}

if (parentPort !== null) await thread(parentPort, workerData as ThreadSetup)
