import type { BoardId } from '@momentous/shared/domain/id'
import type { InlinePicture } from '@momentous/shared/exports/svg'
import { Worker } from 'node:worker_threads'
import { StorageFault } from '../storage/storage-fault.ts'
import { Interrupted } from './interrupted.ts'

export interface PictureFile {
  readonly mediaType: InlinePicture['mediaType']
  readonly bytes: Uint8Array
}

/** The files of a board's pictures, by what is in them. */
export type PictureFiles = ReadonlyMap<string, PictureFile>

/** What a thread answers: first which of the board's pictures it needs, then what it was asked for. */
export type DeskAnswer<Made> =
  | { readonly needs: readonly string[] }
  | { readonly made: Made }
  | { readonly problem: string; readonly damaged: boolean }

export interface DeskAsker {
  images(hashes: readonly string[]): Promise<PictureFiles>
  /** Nobody waits for it any more. */
  readonly leaving: AbortSignal
}

/**
 * Makes files beside the server's own work, each in a thread that ends with it. Whoever asks sees to it that few are made
 * at once.
 */
export interface Desk<Wish, Made> {
  /** Rejects with `Interrupted` when the asker leaves, or the desk closes. */
  make(wish: Wish, asker: DeskAsker): Promise<Made>
  /** Ends what is being made. */
  close(): void
}

/** A file that takes longer is given up, in milliseconds. */
const PATIENCE = 60_000
/** More than the largest board takes, in megabytes: a thread that wants more dies, and nobody else. */
export const MEMORY = 1024

export function createDesk<Wish extends { readonly board: BoardId }, Made>(begin: () => Worker): Desk<Wish, Made> {
  const threads = new Set<Worker>()
  let closed = false

  async function make(wish: Wish, asker: DeskAsker): Promise<Made> {
    if (closed || asker.leaving.aborted) throw new Interrupted()
    const thread = begin()
    const end = (): void => void thread.terminate()
    threads.add(thread)
    asker.leaving.addEventListener('abort', end)
    try {
      return await answerOf<Made>(thread, wish, asker)
    } catch (error) {
      throw closed || asker.leaving.aborted ? new Interrupted() : error
    } finally {
      asker.leaving.removeEventListener('abort', end)
      threads.delete(thread)
      end()
    }
  }

  return {
    make,
    close() {
      closed = true
      for (const thread of threads) void thread.terminate()
    },
  }
}

/** A thread that has one of the workers beside this file for its entry. */
export function deskThread(file: URL): Worker {
  const thread = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: MEMORY } })
  thread.unref()
  return thread
}

function answerOf<Made>(thread: Worker, wish: { readonly board: BoardId }, { images }: DeskAsker): Promise<Made> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('A file took too long to be made.')), PATIENCE)
    const done = (settle: () => void): void => {
      clearTimeout(late)
      settle()
    }
    thread.once('error', (error: unknown) => done(() => reject(error)))
    thread.once('exit', () => done(() => reject(new Error('The thread that makes a file has ended.'))))
    thread.on('message', (answer: DeskAnswer<Made>) => {
      if ('needs' in answer)
        images(answer.needs).then(
          (files) => thread.postMessage(files),
          (error: unknown) => done(() => reject(error)),
        )
      else if ('made' in answer) done(() => resolve(answer.made))
      else
        done(() => reject(answer.damaged ? new StorageFault('damaged-board', wish.board) : new Error(answer.problem)))
    })
    thread.postMessage(wish)
  })
}
