import { Worker } from 'node:worker_threads'
import { StorageFault } from '../storage/storage-fault.ts'
import { Interrupted } from './interrupted.ts'
import type { PictureAnswer, PictureJob, PictureWish, TitledPicture } from './picture-job.ts'

/** The files of a board's pictures, by their hashes. */
export type BringImages = (hashes: readonly string[]) => Promise<PictureJob['images']>

/** Draws pictures beside the server's own work, each in a thread that ends with it. Whoever asks sees to it that few do at once. */
export interface PictureDesk {
  draw(wish: PictureWish, images: BringImages): Promise<TitledPicture>
  /** Ends what is being drawn: that rejects with `Interrupted`, and so does whatever is asked for after it. */
  close(): void
}

/** A picture that takes longer is given up, in milliseconds. */
const PATIENCE = 60_000
/** More than the largest board takes, in megabytes: a thread that wants more dies, and nobody else. */
const MEMORY = 1024

export function createPictureDesk(begin: () => Worker = beginThread): PictureDesk {
  const threads = new Set<Worker>()
  let closed = false

  async function draw(wish: PictureWish, images: BringImages): Promise<TitledPicture> {
    if (closed) throw new Interrupted()
    const thread = begin()
    threads.add(thread)
    try {
      return await answerOf(thread, wish, images)
    } catch (error) {
      throw closed ? new Interrupted() : error
    } finally {
      threads.delete(thread)
      void thread.terminate()
    }
  }

  return {
    draw,
    close() {
      closed = true
      for (const thread of threads) void thread.terminate()
    },
  }
}

function beginThread(): Worker {
  const url = new URL('./picture-worker.ts', import.meta.url)
  const thread = new Worker(url, { resourceLimits: { maxOldGenerationSizeMb: MEMORY } })
  thread.unref()
  return thread
}

function answerOf(thread: Worker, wish: PictureWish, images: BringImages): Promise<TitledPicture> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('A picture took too long.')), PATIENCE)
    const done = (settle: () => void): void => {
      clearTimeout(late)
      settle()
    }
    thread.once('error', (error: unknown) => done(() => reject(error)))
    thread.once('exit', () => done(() => reject(new Error('The thread that draws a picture has ended.'))))
    thread.on('message', (answer: PictureAnswer) => {
      if ('needs' in answer)
        images(answer.needs).then(
          (files) => thread.postMessage(files),
          (error: unknown) => done(() => reject(error)),
        )
      else if ('picture' in answer) done(() => resolve(answer.picture))
      else
        done(() => reject(answer.damaged ? new StorageFault('damaged-board', wish.board) : new Error(answer.problem)))
    })
    thread.postMessage(wish)
  })
}
