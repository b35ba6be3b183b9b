import type { BoardId } from '@momentous/shared/domain/id'
import { askShelf, ofBoard } from './picture-shelf.ts'

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

function isKept(found: unknown): found is KeptPicture {
  if (typeof found !== 'object' || found === null || !('hash' in found) || !('image' in found)) return false
  return typeof found.hash === 'string' && found.image instanceof Blob
}

/** In IndexedDB, each board's by itself. */
export function keptPictures(board: BoardId): KeptPictures {
  return {
    async all() {
      const found = await askShelf('waiting', 'readonly', (store) => store.getAll(ofBoard(board)))
      return Array.isArray(found) ? found.filter(isKept).map(({ hash, image }) => ({ hash, image })) : []
    },
    async put({ hash, image }) {
      await askShelf('waiting', 'readwrite', (store) => store.put({ board, hash, image }))
    },
    async remove(hash) {
      await askShelf('waiting', 'readwrite', (store) => store.delete([board, hash]))
    },
  }
}
