import { openBoard } from '@momentous/shared/board/board'
import { snapshot } from '@momentous/shared/board/read'
import type { BoardId } from '@momentous/shared/domain/id'
import type { Role } from '@momentous/shared/domain/role'
import type { Instant } from '@momentous/shared/domain/session'
import { redact, type RedactedBoard } from '@momentous/shared/exports/redact'
import type { MessagePort } from 'node:worker_threads'
import * as Y from 'yjs'
import { hasPending } from '../rooms/document/pending.ts'
import type { StoredContent } from '../storage/storage.ts'
import type { DeskAnswer, PictureFiles } from './desk.ts'

/** A file of a board as it lies on the disk, which is read in the thread and nowhere else. */
export interface StoredWish {
  readonly board: BoardId
  /** Who asks: what they may not see isn't in the file. */
  readonly role: Role
  readonly content: Pick<StoredContent, 'snapshot' | 'updates'>
  readonly now: Instant
}

/** What a thread of a desk knows how to make. */
export interface Craft<Wish, Made> {
  /** The pictures of the board that go into it. */
  needs(board: RedactedBoard): readonly string[]
  make(wish: Wish, board: RedactedBoard, images: PictureFiles): Promise<Made>
}

/** Makes one file, in a thread. It reads the board itself, so that nobody else has to wait for that. */
export function workAtDesk<Wish extends StoredWish, Made>(port: MessagePort, { needs, make }: Craft<Wish, Made>): void {
  port.once('message', (wish: Wish) => {
    const tell = (answer: DeskAnswer<Made>) => port.postMessage(answer)
    const board = boardOf(wish)
    if (board === null) return tell({ problem: 'A part of this board is missing.', damaged: true })
    port.once('message', (images: PictureFiles) => {
      make(wish, board, images).then(
        (made) => tell({ made }),
        (error: unknown) => tell({ problem: error instanceof Error ? error.message : String(error), damaged: false }),
      )
    })
    return tell({ needs: needs(board) })
  })
}

/** What whoever asks may see of it; null where it can't be read. */
function boardOf({ content, role }: StoredWish): RedactedBoard | null {
  const doc = new Y.Doc()
  try {
    for (const update of [...(content.snapshot === null ? [] : [content.snapshot.whole]), ...content.updates])
      Y.applyUpdate(doc, update)
    return hasPending(doc) ? null : redact(snapshot(openBoard(doc)), role)
  } catch {
    return null
  } finally {
    doc.destroy()
  }
}
