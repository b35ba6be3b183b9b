import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { commitQueue } from './commit-queue.ts'
import { lockFolder } from './folder-lock.ts'
import { sqliteThread, type Thread, type Verb, type Verbs } from './sqlite-thread.ts'
import { StorageFault } from './storage-fault.ts'
import type { Storage } from './storage.ts'

/** One SQLite file for all boards in `folder`: a writer thread with group commit and a reader thread beside it. */
export async function openSqlite(folder: string): Promise<Storage> {
  const home = resolve(folder)
  await mkdir(home, { recursive: true })
  const unlock = lockFolder(home)
  const path = join(home, 'momentous.db')
  const writer = sqliteThread({ duty: 'write', path })
  const reader = sqliteThread({ duty: 'read', path })
  try {
    await writer.ask('ready', null)
    // Only now is there a file for somebody who may not write.
    await reader.ask('ready', null)
    return sqliteStorage(writer, reader, unlock)
  } catch (error) {
    await Promise.all([reader.stop(), writer.stop()])
    unlock()
    throw error
  }
}

function sqliteStorage(writer: Thread, reader: Thread, unlock: () => void): Storage {
  const queue = commitQueue((batch) => writer.ask('keep', batch))
  let closing: Promise<void> | null = null

  function read<Name extends Verb>(verb: Name, ask: Verbs[Name]['ask']): Promise<Verbs[Name]['answer']> {
    return closing === null ? reader.ask(verb, ask) : Promise.reject(new StorageFault('closed', null))
  }

  async function close(): Promise<void> {
    await queue.close()
    await reader.stop()
    await writer.stop()
    unlock()
  }

  return {
    board: (id) => read('board', id),
    capability: (hash) => read('capability', hash),
    expiring: () => read('expiring', null),
    room: (id) => read('room', id),
    content: (id) => read('content', id),
    load: (id) => read('load', id),
    commit: (id, entries) => queue.push(id, entries),
    async ready() {
      await read('ready', null)
      await writer.ask('ready', null)
    },
    close: () => (closing ??= close()),
  }
}
