import { openBoard, type Board } from '@momentous/shared/board/board'
import { textOf, type TextRoot } from '@momentous/shared/commands/edit-text'
import * as Y from 'yjs'
import { loadUpdates } from './load-updates.ts'

/** This device's copy of the board's document. */
export interface BoardCopy {
  board(): Board
  /** Applies a change of our own in one transaction; `made` gets its update, if it changed anything. */
  write(change: (board: Board) => void, made: (update: Uint8Array) => void): void
  /** Takes in what was kept or sent; nobody is told of it as an update, which spares packing it all again. */
  load(updates: readonly Uint8Array[]): void
  /** Another document takes this one's place. */
  replace(doc: Y.Doc): void
}

/** Marks a transaction of our own. */
class OwnChange {
  readonly made: (update: Uint8Array) => void
  constructor(made: (update: Uint8Array) => void) {
    this.made = made
  }
}

export function createBoardCopy(): BoardCopy {
  const onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin instanceof OwnChange) origin.made(update)
  }
  const follow = (doc: Y.Doc) => {
    doc.on('update', onUpdate)
    return openBoard(doc)
  }
  let board = follow(new Y.Doc())

  return {
    board: () => board,
    write(change, made) {
      board.doc.transact(() => change(board), new OwnChange(made))
    },
    load(updates) {
      const { doc } = board
      doc.off('update', onUpdate)
      loadUpdates(doc, updates)
      doc.on('update', onUpdate)
    },
    replace(doc) {
      board.doc.off('update', onUpdate)
      board.doc.destroy()
      board = follow(doc)
    },
  }
}

/** The words of a record's field in a board; undefined when there is no such text. */
export function wordsIn(board: Board, root: TextRoot, id: string, key: string): string | undefined {
  return textOf(board, root, id, key)?.toString()
}
