import type { BoardId } from '@momentous/shared/domain/id'
import type { BoardRecord, LinkRecord, SeatRecord } from '../storage/storage.ts'

/** Why a seat is another one now: for its own sake, or because its link was closed. */
export type SeatCause = 'itself' | 'link'

/** What happened at a board's door, told after it is on the disk. Rooms close sockets and refresh the people by it. */
export type DoorEvent =
  /** Taken, renamed, raised or closed. */
  | { readonly kind: 'seat'; readonly board: BoardId; readonly seat: SeatRecord; readonly cause: SeatCause }
  /** Made or closed. */
  | { readonly kind: 'link'; readonly board: BoardId; readonly link: LinkRecord }
  | { readonly kind: 'board-changed'; readonly board: BoardId; readonly record: BoardRecord }
  | { readonly kind: 'board-deleted'; readonly board: BoardId }

export type DoorListener = (event: DoorEvent) => void

export interface DoorEvents {
  /** Returns the way to stop listening. */
  subscribe(listener: DoorListener): () => void
  tell(event: DoorEvent): void
}

export function doorEvents(): DoorEvents {
  const listeners = new Set<DoorListener>()
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell(event) {
      for (const listener of listeners) listener(event)
    },
  }
}
