import type { FormChange } from '@momentous/shared/imports/form-change'
import { createContext } from 'react'
import { cell, type Cell } from '../model/cell.ts'

/** What came onto the board with a file: changes of the form, or another board by the name that it is taken back by. */
export type Brought = { readonly file: string } & (
  | { readonly what: 'form'; readonly changes: readonly FormChange[] }
  | { readonly what: 'board'; readonly taken: string }
)

/** What came while this page has been open and was not taken back, the last one last: for as long as the page lives. */
export const BroughtContext = createContext<Cell<readonly Brought[]>>(cell<readonly Brought[]>([]))
