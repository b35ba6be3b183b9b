import type { BoardSnapshot } from '@momentous/shared/domain/board-snapshot'
import type { BoardId } from '@momentous/shared/domain/id'
import { turns } from '../links/turns.ts'
import { Refusal } from './refusal.ts'
import type { Services } from './services.ts'
import { rememberImages } from './unused-images.ts'

/** So many images has a board, and so many bytes. A wall full of photographs is a quarter of it. */
export const SHELF = { count: 400, bytes: 64 * 1024 * 1024 } as const

/** Where a board shows pictures: on its wall, and over its form. */
type Shown = Pick<BoardSnapshot, 'shapes' | 'session'>

/** The pictures of all boards, without those that nothing shows any more. */
export interface ImageShelf {
  /** Keeps it under its hash; throws when the board is full. */
  bring(board: BoardId, hash: string, bytes: Buffer, shown: Shown): Promise<void>
  /** Somebody looked at one of them. */
  looked(board: BoardId): void
  /** Drops what nothing shows, of boards whose pictures somebody brought or looked at long enough ago. Never throws. */
  sweep(): Promise<void>
}

interface Parts extends Pick<Services, 'storage' | 'now'> {
  readonly rooms: Pick<Services['rooms'], 'snapshot'>
  readonly log: { error(facts: object, words: string): void }
}

export function createImageShelf({ storage, rooms, now, log }: Parts): ImageShelf {
  const unused = rememberImages(now)
  const inTurn = turns<BoardId>()

  async function dropUnused(board: BoardId, { shapes, session }: Shown) {
    const kept = await storage.images(board)
    const onTheWall = kept.hashes.filter((hash) => hash !== session.logo)
    const dropped = unused.of(board, onTheWall, shapes)
    if (dropped.length === 0) return kept
    await storage.commit(
      board,
      dropped.map((hash) => ({ kind: 'image-dropped', hash }) as const),
    )
    return storage.images(board)
  }

  async function sweepOne(board: BoardId): Promise<void> {
    // A board without pictures need not be opened for it.
    if ((await storage.images(board)).count === 0) return
    await inTurn(board, async () => {
      await dropUnused(board, await rooms.snapshot(board))
    })
  }

  return {
    bring: (board, hash, bytes, shown) =>
      inTurn(board, async () => {
        unused.brought(board, hash)
        if ((await storage.image(board, hash)) !== null) return
        const shelf = await dropUnused(board, shown)
        if (shelf.count >= SHELF.count || shelf.bytes + bytes.length > SHELF.bytes)
          throw new Refusal(409, 'full', 'This board holds as many pictures as it can.')
        await storage.commit(board, [{ kind: 'image', hash, bytes }])
      }),
    looked: unused.looked,
    async sweep() {
      for (const board of unused.due()) {
        // It may have been deleted in the meantime.
        if ((await storage.board(board).catch(() => null)) === null) continue
        await sweepOne(board).catch((error: unknown) => log.error({ board, err: error }, FAILED))
      }
    },
  }
}

const FAILED = 'the pictures of a board could not be looked through'
