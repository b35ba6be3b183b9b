import { openShelves, readBoard, readWaiting, type Owner } from './shelves.ts'

/** What the device knows of a board, with what waits of this seat on whichever page. */
export type KnownAhead = Awaited<ReturnType<typeof readAhead>>

/** Reads it while the page's code is still on its way. */
export async function readAhead(owner: Owner) {
  const shelf = await openShelves(() => undefined)
  try {
    const [board, waiting] = await Promise.all([readBoard(shelf, owner), readWaiting(shelf, owner)])
    return { board, waiting }
  } finally {
    shelf.close()
  }
}
