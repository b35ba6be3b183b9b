import { openMemory } from './memory.ts'
import { openSqlite } from './sqlite.ts'
import type { StorageListener } from './storage-listener.ts'
import type { Storage } from './storage.ts'

interface StorageEngine {
  /** Is `data`, as the configuration names it, meant for this engine? */
  handles(data: string): boolean
  /** `listener` hears how the engine fares; nobody does when it is left out. */
  open(data: string, listener?: StorageListener): Promise<Storage>
}

const SCHEME = /^[a-z][a-z0-9+.-]*:/i
/** `C:\data` is a folder, not a scheme. */
const isFolder = (data: string): boolean => !SCHEME.test(data) || /^[a-z]:[\\/]/i.test(data)

/** The registry: add an engine with one line; the contract test walks it. */
export const storages = {
  sqlite: { handles: isFolder, open: openSqlite },
  memory: { handles: (data) => data === 'memory:', open: openMemory },
} as const satisfies Record<string, StorageEngine>

/** The engine that `data` names; null when none does. */
export function storageFor(data: string): StorageEngine | null {
  return Object.values<StorageEngine>(storages).find((engine) => engine.handles(data)) ?? null
}
