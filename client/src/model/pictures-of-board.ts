import type { BoardStore } from './board-store.ts'
import { fetchImage, sendImage, type ImageShelf } from './image-api.ts'
import { keptPictures } from './kept-pictures.ts'
import { createPictures, type Pictures } from './pictures.ts'
import { createWaitingPictures, type WaitingPictures } from './waiting-pictures.ts'
import { listeners } from '@momentous/shared/scene/listeners'

type Store = Pick<BoardStore, 'board' | 'status' | 'say'>

/** What waits on this device for a board is sent as soon as there is a link. */
export function sendWaiting(store: Store, token: string, changed: (hash: string) => void = () => {}): WaitingPictures {
  const shelf: ImageShelf = { board: store.board, token }
  return createWaitingPictures({
    kept: keptPictures(store.board),
    send: (hash, image) => sendImage(shelf, hash, image),
    say: store.say,
    changed,
    onReturn: (listener) => store.status.subscribe(() => store.status.get().state === 'online' && listener()),
  })
}

/** The images of a board on the server; its own bitmaps are decoded beside the page's work. */
export function picturesOfBoard(store: Store, token: string): Pictures {
  const shelf: ImageShelf = { board: store.board, token }
  const changed = listeners<[string]>()
  const waiting = sendWaiting(store, token, changed.tell)
  // A board without pictures needs none of this.
  const seen = async () => (await import('./seen-pictures.ts')).seenPictures(store.board)
  const fetched = async (hash: string) => {
    const image = await fetchImage(shelf, hash)
    if (image !== null) void seen().then((pictures) => pictures.put({ hash, image }))
    return image
  }
  return createPictures({
    say: store.say,
    bring: waiting.bring,
    changes: changed.add,
    async load(hash) {
      const image = waiting.own(hash) ?? (await (await seen()).get(hash)) ?? (await fetched(hash))
      return image === null ? null : createImageBitmap(image)
    },
  })
}
