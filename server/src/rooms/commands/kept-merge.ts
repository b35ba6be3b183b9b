import { viewOf } from '@momentous/shared/board/view'
import { formChange } from '@momentous/shared/imports/form-change'
import { judgeChanges } from '@momentous/shared/imports/judge-changes'
import { writeChanges } from '@momentous/shared/imports/write-changes'
import * as v from 'valibot'
import { keptRefusal, type KeptHandler } from './sender.ts'

const changesOf = v.array(formChange)

/** What a file changes comes onto the board in one step, or not at all. */
export const mergeForm: KeptHandler<'merge-form'> = ({ state, world }, { actor }, { changes }) => {
  const read = v.safeParse(changesOf, changes)
  if (!read.success) {
    const place = read.issues[0].path?.[0]?.key
    return keptRefusal('D1', `The ${Number(place) + 1}. of these changes can’t be what it is.`)
  }
  // Every change asks for what doesn't change between them: the session and all grades are read once.
  const view = viewOf(state.board)
  const grades = view.grades()
  const ruling = judgeChanges({ ...view, grades: () => grades }, actor, read.output)
  if (!ruling.allowed) return { what: 'refused', ruling }
  return { what: 'deed', write: (board) => writeChanges(board, read.output, world.random) }
}
