import type { Board } from '@momentous/shared/board/board'
import { viewOf } from '@momentous/shared/board/view'
import { updateRecord } from '@momentous/shared/board/write'
import { ownedOnBoard } from '@momentous/shared/commands/own-idea'
import { idOfSecret } from '@momentous/shared/domain/secret'
import { contributorOf } from './kept-ideas.ts'
import type { Room } from './room.ts'
import { keptRefusal, type KeptHandler } from './sender.ts'
import { dropRow, putRow, saidKey, type RowOf } from './vault.ts'

const NOT_OWN = keptRefusal('I2', 'This is not on the board, or it is somebody else’s.')

/** Changes what the secret owns: unseen while it waits, in the open once it was released. */
export const editIdea: KeptHandler<'edit-idea'> = (room, _sender, { secret, text }) => {
  const waiting = waitingOf(room, secret)
  if (waiting !== null) {
    return { what: 'deed', entries: [putRow(room.state.vault, saidKey(waiting.id), { ...waiting, text })] }
  }
  const owned = ownedOnBoard(viewOf(room.state.board), secret)
  if (owned === null) return NOT_OWN
  if (isWithdrawn(room, owned)) return keptRefusal('I3', 'This was withdrawn. Add it again as a new idea.')
  return { what: 'deed', write: (board) => updateRecord(rootOf(board, owned), owned.id, { text }) }
}

export const withdrawIdea: KeptHandler<'withdraw-idea'> = (room, sender, { secret }) => {
  const waiting = waitingOf(room, secret)
  if (waiting !== null) {
    if (waiting.kind !== 'concern') room.contributors.takeBack(contributorOf(sender))
    return { what: 'deed', entries: [dropRow(room.state.vault, saidKey(waiting.id))] }
  }
  const owned = ownedOnBoard(viewOf(room.state.board), secret)
  if (owned === null) return NOT_OWN
  // The words go too: withdrawn means that nobody can read them any more.
  return { what: 'deed', write: (board) => updateRecord(rootOf(board, owned), owned.id, { withdrawn: true, text: '' }) }
}

function waitingOf({ state: { vault } }: Room, secret: string): RowOf<'idea' | 'build' | 'concern'> | null {
  const row = vault.get(saidKey(idOfSecret<string>(secret)))
  return row === undefined || row.kind === 'ballot' || row.kind === 'grade' ? null : row
}

type Owned = NonNullable<ReturnType<typeof ownedOnBoard>>

function rootOf(board: Board, { kind }: Owned): Board['ideas'] {
  return kind === 'idea' ? board.ideas : board.builds
}

function isWithdrawn(room: Room, owned: Owned): boolean {
  const view = viewOf(room.state.board)
  return (owned.kind === 'idea' ? view.idea(owned.id) : view.build(owned.id))?.withdrawn === true
}
