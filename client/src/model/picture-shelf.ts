import type { BoardId } from '@momentous/shared/domain/id'

/** What lies on this device of the boards' pictures: those that wait to go up, and those that were seen here. */
export type PictureStore = 'waiting' | 'seen'

const NAME = 'momentous-pictures'
const STORES = ['waiting', 'seen'] as const satisfies readonly PictureStore[]

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 2)
    request.onupgradeneeded = () => {
      const known = request.result.objectStoreNames
      for (const store of STORES) {
        if (!known.contains(store)) request.result.createObjectStore(store, { keyPath: ['board', 'hash'] })
      }
    }
    request.onsuccess = () => {
      // A tab with a newer page must not have to wait for this one.
      request.result.onversionchange = () => request.result.close()
      resolve(request.result)
    }
    request.onerror = () => reject(request.error ?? new Error('The storage does not open.'))
    request.onblocked = () => reject(new Error('The storage is held up.'))
  })
}

/** A request, whatever it answers. */
interface Asked extends EventTarget {
  readonly result: unknown
}

/** One step at one store; null where the browser keeps nothing. */
export async function askShelf(
  name: PictureStore,
  mode: IDBTransactionMode,
  step: (store: IDBObjectStore) => Asked,
): Promise<unknown> {
  try {
    const shelf = await open()
    try {
      return await new Promise<unknown>((resolve, reject) => {
        const request = step(shelf.transaction(name, mode).objectStore(name))
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

/** Everything of one board. */
export const ofBoard = (board: BoardId): IDBKeyRange => IDBKeyRange.bound([board, ''], [board, '\uffff'])
