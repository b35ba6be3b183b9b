import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StorageFault } from './storage-fault.ts'

/**
 * Keeps a second server out of the same folder: two would serve one board from two documents. The lock is an open
 * transaction on a file of its own, so the system drops it with the process, however that ends.
 */
export function lockFolder(folder: string): () => void {
  const db = new DatabaseSync(join(folder, 'lock.db'))
  try {
    db.exec('begin exclusive')
  } catch (error) {
    db.close()
    throw new StorageFault('in-use', null, String(error))
  }
  return () => db.close()
}
