import { openBoard } from '@momentous/shared/board/board'
import { addMoment } from '@momentous/shared/commands/add-moment'
import { placeMoments } from '@momentous/shared/commands/place-moments'
import { newId, type MomentId } from '@momentous/shared/domain/id'
import { NOTE_HEIGHT, NOTE_WIDTH } from '@momentous/shared/board/timeline'
import { getRandomValues } from 'node:crypto'
import * as Y from 'yjs'
import type { Mark } from './marks.ts'

/** Somebody with one note and a document that holds nothing else: small and valid updates, made as the client makes them. */
export interface Author {
  readonly client: number
  /** Puts the note on the board. */
  readonly first: Uint8Array
  move(mark: Mark): Uint8Array
}

export const random = (bytes: Uint8Array): Uint8Array => getRandomValues(bytes)

export function createAuthor(): Author {
  const doc = new Y.Doc()
  const board = openBoard(doc)
  const id = newId<MomentId>(random)
  let made: Uint8Array = new Uint8Array()
  doc.on('update', (update: Uint8Array) => (made = update))
  const updateOf = (change: () => void): Uint8Array => {
    doc.transact(change)
    return made
  }
  const noteAt = ([x, y]: Mark) => [x, y, NOTE_WIDTH, NOTE_HEIGHT] as [number, number, number, number]
  return {
    client: doc.clientID,
    first: updateOf(() =>
      addMoment.apply(board, { id, text: 'The desk asks for the number again', after: 'last' }, random),
    ),
    move: (mark) => updateOf(() => placeMoments.apply(board, { places: [{ id, place: noteAt(mark) }] }, random)),
  }
}
