import { viewOf } from '@momentous/shared/board/view'
import { textEdit } from '@momentous/shared/commands/edit-text'
import { formChange, type FormChange } from '@momentous/shared/imports/form-change'
import { judgeChanges } from '@momentous/shared/imports/judge-changes'
import { writeChanges } from '@momentous/shared/imports/write-changes'
import * as v from 'valibot'
import { FULL } from '../admission/admit-touches.ts'
import type { Fullness } from '../document/document-size.ts'
import { keptRefusal, type KeptHandler } from './sender.ts'

const changesOf = v.array(formChange)

/** What a file changes comes onto the board in one step, or not at all. */
export const mergeForm: KeptHandler<'merge-form'> = ({ state, world }, { actor }, { changes }) => {
  const read = v.safeParse(changesOf, changes)
  if (!read.success) {
    const place = read.issues[0].path?.[0]?.key
    return keptRefusal('D1', `The ${Number(place) + 1}. of these changes can’t be what it is.`)
  }
  const fullness = state.document?.size.fullness() ?? 'room'
  if (fullness !== 'room' && read.output.some((change) => adds(change, fullness))) return keptRefusal('D1', FULL)
  // Every change asks for what doesn't change between them: the session, all grades and all actions are read once.
  const view = viewOf(state.board)
  const [grades, actions] = [view.grades(), view.actions()]
  const ruling = judgeChanges({ ...view, grades: () => grades, actions: () => actions }, actor, read.output)
  if (!ruling.allowed) return { what: 'refused', ruling }
  return { what: 'deed', write: (board) => writeChanges(board, read.output, world.random) }
}

/** The same as of what comes from a device: on a full board things are still changed and binned, at the very end only erased. */
function adds(change: FormChange, fullness: Fullness): boolean {
  switch (change.kind) {
    case 'moments':
    case 'action':
      return true
    case 'text':
      return textEdit(change.from, change.to).insert !== ''
    default:
      return fullness === 'over'
  }
}
