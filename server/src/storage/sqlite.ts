import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { BoardId } from '@momentous/shared/domain/id'
import { boardFiles, filedBoards, type BoardFiles } from './board-files.ts'
import { commitQueue, type Commit, type CommitResult, type KeepBatch } from './commit-queue.ts'
import { databaseIn, nextIn } from './folder-names.ts'
import { lockFolder } from './folder-lock.ts'
import { lastingThread } from './lasting-thread.ts'
import { openingFault } from './sqlite-fault.ts'
import { sqliteThread, type Thread, type ThreadSetup, type Verb, type Verbs } from './sqlite-thread.ts'
import { StorageFault } from './storage-fault.ts'
import { silentListener, type StorageListener } from './storage-listener.ts'
import type { Entry, Storage } from './storage.ts'

const worker = new URL('./sqlite-worker.ts', import.meta.url)

/**
 * One SQLite file for all boards in `folder`: a writer thread with group commit and a reader thread beside it, and behind
 * them a file of its own for each board. `file` is what the threads run.
 */
export async function openSqlite(
  folder: string,
  listener: StorageListener = silentListener,
  file = worker,
): Promise<Storage> {
  const home = resolve(folder)
  await madeFolder(home)
  const unlock = lockFolder(home)
  const threads: Thread[] = []
  const thread = (duty: ThreadSetup['duty']): Thread => {
    const made = lastingThread({
      begin: (ended) => sqliteThread({ duty, path: databaseIn(home) }, file, ended),
      ended: (detail, pause) => listener.ended(duty === 'write' ? 'writer' : 'reader', detail, pause),
      now: () => performance.now(),
    })
    threads.push(made)
    return made
  }
  try {
    refuseUnfinished(home)
    const [writer, reader] = [thread('write'), thread('read')]
    await writer.ask('ready', null)
    // Only now is there a file for somebody who may not write.
    await reader.ask('ready', null)
    return sqliteStorage({ home, writer, reader, unlock, listener })
  } catch (error) {
    await Promise.all(threads.map((each) => each.stop()))
    unlock()
    throw error
  }
}

async function madeFolder(home: string): Promise<void> {
  try {
    // Whoever else has an account on this machine has no board.
    await mkdir(home, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw openingFault(error)
  }
}

/** A new empty database beside files of boards would look as if every board had been deleted. */
function refuseUnfinished(home: string): void {
  if (existsSync(nextIn(home))) throw new StorageFault('cut-short', null)
  if (!existsSync(databaseIn(home)) && filedBoards(home).length > 0) throw new StorageFault('missing', null)
}

interface Parts {
  readonly home: string
  readonly writer: Thread
  readonly reader: Thread
  readonly listener: StorageListener
  unlock(): void
}

function sqliteStorage({ home, writer, reader, unlock, listener }: Parts): Storage {
  const queue = commitQueue(timed((batch) => writer.ask('keep', batch), listener))
  const files = boardFiles(
    home,
    (board) => reader.ask('copy', board),
    (error) => listener.troubled('a board’s own file was not written', error),
  )
  let closing: Promise<void> | null = null

  function read<Name extends Verb>(verb: Name, ask: Verbs[Name]['ask']): Promise<Verbs[Name]['answer']> {
    return closing === null ? reader.ask(verb, ask) : Promise.reject(new StorageFault('closed', null))
  }

  async function close(): Promise<void> {
    await queue.close()
    await files.close()
    await reader.stop()
    await writer.stop()
    unlock()
  }

  return {
    board: (id) => read('board', id),
    capability: (hash) => read('capability', hash),
    image: (board, hash) => read('image', { board, hash }),
    images: (id) => read('images', id),
    expiring: () => read('expiring', null),
    hook: (id) => read('hook', id),
    waiting: (most) => read('waiting', most),
    deliveryBody: (board, delivery) => read('deliveryBody', { board, delivery }),
    room: (id) => read('room', id),
    content: (id) => read('content', id),
    load: (id) => read('load', id),
    commit: (id, entries) => filed(files, id, entries, () => queue.push(id, entries)),
    async ready() {
      await read('ready', null)
      await writer.ask('ready', null)
    },
    close: () => (closing ??= close()),
  }
}

/** When a board's own file is written anew; null for what waits until the next snapshot. */
function filedWhen(entry: Entry): 'soon' | 'later' | null {
  switch (entry.kind) {
    case 'board-created':
    case 'board-changed':
    case 'snapshot':
    case 'link':
      return 'soon'
    case 'seat':
      // Whoever was shut out must not come back with the copy; who comes in is one of many.
      return entry.seat.closed || entry.seat.role === 'facilitator' ? 'soon' : 'later'
    default:
      return null
  }
}

/** The file goes before the deletion is on the disk: whenever the process dies, nothing of a deleted board is left. */
function filed(
  files: BoardFiles,
  id: BoardId,
  entries: readonly Entry[],
  commit: () => Promise<number>,
): Promise<number> {
  if (entries.some(({ kind }) => kind === 'board-deleted')) {
    files.remove(id)
    return commit().catch((error: unknown) => {
      files.stays(id)
      throw error
    })
  }
  const committed = commit()
  const wishes = entries.map(filedWhen)
  const when = wishes.includes('soon') ? 'soon' : wishes.includes('later') ? 'later' : null
  if (when === null) return committed
  return committed.then((head) => {
    files.changed(id, when)
    return head
  })
}

function timed(keep: KeepBatch, listener: StorageListener): KeepBatch {
  return async (batch: readonly Commit[]): Promise<readonly CommitResult[]> => {
    const start = performance.now()
    const tell = (failed: number): void =>
      listener.batch({ milliseconds: performance.now() - start, commits: batch.length, failed })
    try {
      const results = await keep(batch)
      tell(results.filter((result) => 'fault' in result).length)
      return results
    } catch (error) {
      tell(batch.length)
      throw error
    }
  }
}
