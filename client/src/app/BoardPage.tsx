import { useEffect } from 'react'
import { Mark } from '../controls/Mark.tsx'
import { SavedIndicator } from '../controls/SavedIndicator.tsx'
import type { TurnedAway } from '../model/http.ts'
import type { Identity, SeatedBoard } from '../model/identity.ts'
import './board-page.css'

export interface BoardPageProps {
  readonly board: SeatedBoard
  readonly identity: Identity
  /** The seat is gone or the board is: back to the door, which says why. */
  readonly onTurnedAway: (why: TurnedAway) => void
}

export function BoardPage({ board }: BoardPageProps) {
  useEffect(() => {
    document.title = board.title
  }, [board.title])
  return (
    <header className="board-page-bar">
      <Mark />
      <h1 className="t-label">{board.title}</h1>
      <SavedIndicator saved={{ state: 'saved' }} />
    </header>
  )
}
