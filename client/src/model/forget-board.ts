import type { BoardId } from '@momentous/shared/domain/id'
import { forgetKept, openDevice } from './device.ts'
import type { Identity, RememberedBoard } from './identity.ts'
import { openLooks } from './looks.ts'
import { askShelf, ofBoard } from './picture-shelf.ts'
import { forgetSeen } from './seen-pictures.ts'
import { atShelves } from './shelf-access.ts'
import { clearBoard, countUnsaved } from './shelves.ts'

/** How many changes made on this device are not on the server; 0 where the browser doesn't say. */
export function unsavedOf(board: BoardId): Promise<number> {
  return atShelves((shelves) => shelves.read((shelf) => countUnsaved(shelf, board)).catch(() => 0))
}

/** Forgets the way to a board in this role, and with the last one everything else that the device keeps of it. */
export async function forgetBoard({ id, role }: RememberedBoard, identity: Identity): Promise<void> {
  identity.forget(id, role)
  if (identity.boards().some((each) => each.id === id)) return
  forgetKept(`.${id}`)
  openLooks(openDevice(), id).keep(null)
  await Promise.all([
    atShelves((shelves) => shelves.write((shelf) => clearBoard(shelf, id))),
    forgetSeen(id),
    askShelf('waiting', 'readwrite', (store) => store.delete(ofBoard(id))),
  ])
}
