import type { BoardView } from '../board/view.ts'
import type { Action } from '../domain/action.ts'
import type { ActionId, MomentId } from '../domain/id.ts'
import type { FormChange } from './form-change.ts'

/** What a cell of the file comes to: changes of the board, or a sentence that says why it can't be taken. */
export type CellOutcome =
  | { readonly changes: readonly FormChange[]; readonly both: readonly FormChange[] | null }
  | { readonly reason: string }

export interface CellFacts {
  readonly moment: MomentId
  readonly view: BoardView
  /** The moment's actions, in the order of the form's lines. */
  readonly actions: readonly Action[]
  /** What the same row of the file says of the actions; null where it has no such column. */
  readonly fileActions: string | null
  readonly newId: () => ActionId
}
