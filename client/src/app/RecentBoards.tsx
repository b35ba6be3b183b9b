import { History } from 'lucide-react'
import type { RememberedBoard } from '../model/identity.ts'
import { homeWords, recentBoard, roleWords } from '../words/home.ts'
import { boardPath, go } from './route.ts'
import './recent-boards.css'

const MOST = 6

/** Boards of this device, the last visited first, with what one may do there. */
export function RecentBoards({ boards }: { readonly boards: readonly RememberedBoard[] }) {
  if (boards.length === 0) return null
  return (
    <section className="recent-boards">
      <h2 className="t-small t-third">{homeWords.onThisDevice}</h2>
      <ul className="recent-boards-row">
        {boards.slice(0, MOST).map((board) => (
          <li key={`${board.id} ${board.role}`}>
            <button type="button" className="recent-board" onClick={() => go(pathOf(board))}>
              <History />
              <span>
                {recentBoard(board.title, dayOf(board.visited))}
                <span className="recent-board-role">{roleWords[board.role]}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function pathOf({ id, role, links, seat }: RememberedBoard): string {
  return boardPath(id, links[role] ?? seat?.token ?? null)
}

function dayOf(visited: number): string {
  return new Date(visited).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })
}
