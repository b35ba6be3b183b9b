import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { isBusy, openingFault } from './sqlite-fault.ts'
import { StorageFault } from './storage-fault.ts'

/**
 * Keeps a second server out of the same folder: two would serve one board from two documents. The lock is an open
 * transaction on a file of its own, so the system drops it with the process, however that ends.
 */
export function lockFolder(folder: string): () => void {
  const db = opened(join(folder, 'lock.db'))
  try {
    db.exec('begin exclusive')
  } catch (error) {
    db.close()
    throw isBusy(error) ? new StorageFault('in-use', null, String(error)) : openingFault(error)
  }
  return () => db.close()
}

function opened(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path)
  } catch (error) {
    throw openingFault(error)
  }
}
