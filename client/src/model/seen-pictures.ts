import type { BoardId } from '@momentous/shared/domain/id'
import type { KeptPicture } from './kept-pictures.ts'
import { askShelf, ofBoard } from './picture-shelf.ts'

/** Pictures that were seen on this device, for when there is no network: what a hash names never changes. */
export interface SeenPictures {
  /** Null for one that isn't kept here. Never throws. */
  get(hash: string): Promise<Blob | null>
  put(picture: KeptPicture): Promise<void>
}

/** Of all boards together: the server takes 300 kB a picture, so that this is 60 MB at the most. */
const SEEN_MAX = 200

/** In IndexedDB; beyond so many, those go that came first. */
export function seenPictures(board: BoardId, most = SEEN_MAX): SeenPictures {
  return {
    async get(hash) {
      const found = await askShelf('seen', 'readonly', (store) => store.get([board, hash]))
      const image = typeof found === 'object' && found !== null && 'image' in found ? found.image : null
      return image instanceof Blob ? image : null
    },
    async put({ hash, image }) {
      await askShelf('seen', 'readwrite', (store) => store.put({ board, hash, image, at: Date.now() }))
      await makeRoom(most)
    },
  }
}

/** The board is not this device's to keep any more. */
export async function forgetSeen(board: BoardId): Promise<void> {
  await askShelf('seen', 'readwrite', (store) => store.delete(ofBoard(board)))
}

interface Seen {
  readonly board: string
  readonly hash: string
  readonly at: number
}

function isSeen(found: unknown): found is Seen {
  return typeof found === 'object' && found !== null && 'board' in found && 'hash' in found && 'at' in found
}

async function makeRoom(most: number): Promise<void> {
  const count = await askShelf('seen', 'readonly', (store) => store.count())
  if (typeof count !== 'number' || count <= most) return
  // The files themselves are not read by this.
  const found = await askShelf('seen', 'readonly', (store) => store.getAll())
  const all = Array.isArray(found) ? found.filter(isSeen) : []
  for (const { board, hash } of all.toSorted((a, b) => a.at - b.at).slice(0, all.length - most)) {
    await askShelf('seen', 'readwrite', (store) => store.delete([board, hash]))
  }
}
