import type { BoardId } from '@momentous/shared/domain/id'
import type { Identity } from './identity.ts'
import { atShelves, type ShelfAccess } from './shelf-access.ts'
import { dropOffers, readOffers } from './shelves.ts'

/** Words that a board never took from seats that are closed now, until their author has answered; each once. */
export async function leftWords(board: BoardId, identity: Identity): Promise<readonly string[]> {
  const offers = await atShelves((shelves) => orphaned(shelves, board, identity))
  return [...new Set(offers.map(({ words }) => words))].filter((each) => each.trim() !== '')
}

export async function dropLeftWords(board: BoardId, identity: Identity): Promise<void> {
  await atShelves(async (shelves) => {
    const offers = await orphaned(shelves, board, identity)
    await shelves.write((shelf) =>
      dropOffers(
        shelf,
        offers.map(({ id }) => id),
      ),
    )
  })
}

/** What belongs to a seat that this device still has is shown on the board, to whoever sits there. */
async function orphaned(shelves: ShelfAccess, board: BoardId, identity: Identity) {
  const seats = new Set<string | undefined>(identity.boards().map(({ seat }) => seat?.id))
  const offers = await shelves.read((shelf) => readOffers(shelf, board)).catch(() => [])
  return offers.filter(({ seat }) => !seats.has(seat))
}
