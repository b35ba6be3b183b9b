import { createContext, use } from 'react'
import { cell, type Cell } from '../model/cell.ts'

/** What opens over a board, one at a time, whoever asks for it: a button, a menu, a key, the list of commands. */
export type BoardDialogName =
  | 'rename'
  | 'settings'
  | 'share'
  | 'people'
  | 'form'
  | 'export'
  | 'picture'
  | 'bring-back'
  | 'next-session'
  | 'timer'
  | 'new-round'
  | 'how'
  | 'shortcuts'
  | 'commands'
  | 'find'

export type OpenDialog = Cell<BoardDialogName | null>

export const BoardDialogContext = createContext<OpenDialog>(cell<BoardDialogName | null>(null))

export const useBoardDialog = (): OpenDialog => use(BoardDialogContext)
