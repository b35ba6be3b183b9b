import type { BoardView } from '../board/view.ts'
import type { FormChange } from './form-change.ts'

export const WORDLESS = 'A moment needs words. To take it off the form, put it in the bin.'

/** Does a change leave a note empty that has no printed words of its own to fall back on? Nobody could tell what it was. */
export function leavesWordless(view: Pick<BoardView, 'moment'>, change: FormChange): boolean {
  if (change.kind !== 'text' || change.root !== 'moments' || change.to.trim() !== '') return false
  return (view.moment(change.id as never)?.prompt ?? '').trim() === ''
}
