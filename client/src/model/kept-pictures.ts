import type { BoardId } from '@momentous/shared/domain/id'

/** A picture that has not gone up to its board yet. */
export interface KeptPicture {
  readonly hash: string
  readonly image: Blob
}

/** Where pictures wait on this device, across reloads. No call throws: what can't be kept lasts as long as the page. */
export interface KeptPictures {
  all(): Promise<readonly KeptPicture[]>
  put(picture: KeptPicture): Promise<void>
  remove(hash: string): Promise<void>
}

const NAME = 'momentous-pictures'
const STORE = 'waiting'

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: ['board', 'hash'] })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The storage does not open.'))
    request.onblocked = () => reject(new Error('The storage is held up.'))
  })
}

/** A request, whatever it answers. */
interface Asked extends EventTarget {
  readonly result: unknown
}

async function ask(mode: IDBTransactionMode, step: (store: IDBObjectStore) => Asked): Promise<unknown> {
  try {
    const shelf = await open()
    try {
      return await new Promise<unknown>((resolve, reject) => {
        const request = step(shelf.transaction(STORE, mode).objectStore(STORE))
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(new Error('The storage does not answer.')))
      })
    } finally {
      shelf.close()
    }
  } catch {
    return null
  }
}

function isKept(found: unknown): found is KeptPicture {
  if (typeof found !== 'object' || found === null || !('hash' in found) || !('image' in found)) return false
  return typeof found.hash === 'string' && found.image instanceof Blob
}

/** In IndexedDB, each board's by itself. */
export function keptPictures(board: BoardId): KeptPictures {
  const own = IDBKeyRange.bound([board, ''], [board, '\uffff'])
  return {
    async all() {
      const found = await ask('readonly', (store) => store.getAll(own))
      return Array.isArray(found) ? found.filter(isKept).map(({ hash, image }) => ({ hash, image })) : []
    },
    async put({ hash, image }) {
      await ask('readwrite', (store) => store.put({ board, hash, image }))
    },
    async remove(hash) {
      await ask('readwrite', (store) => store.delete([board, hash]))
    },
  }
}
