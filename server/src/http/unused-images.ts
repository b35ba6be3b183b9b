import type { BoardSnapshot } from '@momentous/shared/domain/board-snapshot'
import type { BoardId } from '@momentous/shared/domain/id'
import type { Instant } from '@momentous/shared/domain/session'

/** So long a picture may be on its way to the wall: what shows it may come after it, from a device that was offline. */
const ON_ITS_WAY_MS = 6 * 60 * 60 * 1000

export interface UnusedImages {
  /** Somebody brought it now. */
  brought(board: BoardId, hash: string): void
  /** Somebody looked at a picture of this board now. */
  looked(board: BoardId): void
  /** Boards to be looked through now: what came with the last visit has had its time. Each is named once. */
  due(): readonly BoardId[]
  /** Those of a board's pictures that nothing shows, not even from the bin, and that nobody has just brought. */
  of(board: BoardId, hashes: readonly string[], shapes: BoardSnapshot['shapes']): readonly string[]
}

/** Remembers what came since this server started, and takes all that came before for just brought for a while. */
export function rememberImages(now: () => Instant): UnusedImages {
  const started = now()
  const times = new Map<string, Instant>()
  const looks = new Map<BoardId, Instant>()
  const forgetOld = () => {
    for (const [key, time] of times) if (now() - time > ON_ITS_WAY_MS) times.delete(key)
  }
  return {
    brought(board, hash) {
      forgetOld()
      times.set(`${board}/${hash}`, now())
      looks.set(board, now())
    },
    looked: (board) => void looks.set(board, now()),
    due() {
      const boards = [...looks].flatMap(([board, time]) => (now() - time > ON_ITS_WAY_MS ? board : []))
      for (const board of boards) looks.delete(board)
      return boards
    },
    of(board, hashes, shapes) {
      if (now() - started <= ON_ITS_WAY_MS) return []
      forgetOld()
      const shown = new Set(shapes.flatMap((shape) => (shape.kind === 'image' ? shape.image.hash : [])))
      return hashes.filter((hash) => !shown.has(hash) && !times.has(`${board}/${hash}`))
    },
  }
}
