import { viewOf } from '@momentous/shared/board/view'
import { ownedOnBoard } from '@momentous/shared/commands/own-idea'
import { idOfSecret } from '@momentous/shared/domain/secret'
import { contributorOf, isAnonymous } from './kept-ideas.ts'
import { noteRetraction } from '../secrets/retraction.ts'
import { notify, type Room } from '../room.ts'
import { keptRefusal, type KeptHandler, type KeptOutcome } from './sender.ts'
import { writeChange } from '../secrets/sweep-vault.ts'
import { changeKey, dropRow, putRow, saidKey, type RowOf } from '../secrets/vault.ts'

const NOT_OWN = keptRefusal('I2', 'This is not on the board, or it is somebody else’s.')

/** Changes what the secret owns: unseen while it waits; what was released gets its other words a little later. */
export const editIdea: KeptHandler<'edit-idea'> = (room, _sender, { secret, text }) => {
  const waiting = waitingOf(room, secret)
  if (waiting !== null) {
    return { what: 'deed', entries: [putRow(room.state.vault, saidKey(waiting.id), { ...waiting, text })] }
  }
  const owned = ownedOnBoard(viewOf(room.state.board), secret)
  if (owned === null) return NOT_OWN
  if (isWithdrawn(room, owned)) return keptRefusal('I3', 'This was withdrawn. Add it again as a new idea.')
  return change(room, owned, text)
}

export const withdrawIdea: KeptHandler<'withdraw-idea'> = (room, sender, { secret }) => {
  const waiting = waitingOf(room, secret)
  if (waiting !== null) {
    if (waiting.kind !== 'concern') room.contributors.takeBack(contributorOf(sender))
    return {
      what: 'deed',
      entries: [dropRow(room.state.vault, saidKey(waiting.id))],
      done: () => notify(room, 'counts'),
    }
  }
  const owned = ownedOnBoard(viewOf(room.state.board), secret)
  return owned === null ? NOT_OWN : change(room, owned, null)
}

/** At once it would be a clock: a single author's, with nobody else's ideas around it. */
function change(room: Room, { id }: Owned, text: string | null): KeptOutcome {
  const { vault } = room.state
  if (!isAnonymous(room)) {
    return { what: 'deed', write: (board) => writeChange(board, id, text), entries: [noteRetraction(vault)] }
  }
  return {
    what: 'deed',
    entries: [putRow(vault, changeKey(id), { kind: 'change', id, text })],
    done: () => notify(room, 'counts'),
  }
}

function waitingOf({ state: { vault } }: Room, secret: string): RowOf<'idea' | 'build' | 'concern'> | null {
  const row = vault.get(saidKey(idOfSecret<string>(secret)))
  return row?.kind === 'idea' || row?.kind === 'build' || row?.kind === 'concern' ? row : null
}

type Owned = NonNullable<ReturnType<typeof ownedOnBoard>>

function isWithdrawn(room: Room, owned: Owned): boolean {
  const waiting = room.state.vault.get(changeKey(owned.id))
  if (waiting?.kind === 'change' && waiting.text === null) return true
  const view = viewOf(room.state.board)
  return (owned.kind === 'idea' ? view.idea(owned.id) : view.build(owned.id))?.withdrawn === true
}
