import { History, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { lazyPart } from '../controls/lazy-part.ts'
import { PartPlace } from '../controls/PartPlace.tsx'
import type { Identity, RememberedBoard } from '../model/identity.ts'
import { homeWords, recentBoard, roleWords } from '../words/home.ts'
import { go, pathOf } from './route.ts'
import './recent-boards.css'

const ForgetDialog = lazyPart(async () => (await import('./ForgetDialog.tsx')).ForgetDialog)

const MOST = 6

/** Boards of this device, the last visited first, with what one may do there. */
export function RecentBoards({ identity }: { readonly identity: Identity }) {
  const [boards, setBoards] = useState(identity.boards)
  const [forgetting, setForgetting] = useState<RememberedBoard | null>(null)
  const section = useRef<HTMLElement>(null)
  const closed = useRef(false)
  // What had the focus goes with its board, and the dialog, which is gone by now, had nobody to give it back to.
  useEffect(() => {
    if (closed.current && document.activeElement === document.body) section.current?.querySelector('h2')?.focus()
    closed.current = false
  }, [forgetting])
  if (boards.length === 0) return null
  const close = () => {
    closed.current = true
    setForgetting(null)
  }
  return (
    <section className="recent-boards" ref={section}>
      <h2 className="t-small t-third" tabIndex={-1}>
        {homeWords.onThisDevice}
      </h2>
      <ul className="recent-boards-row">
        {boards.slice(0, MOST).map((board) => (
          <li key={`${board.id} ${board.role}`} className="recent-board">
            <button type="button" className="recent-board-open" onClick={() => go(pathOf(board))}>
              <History />
              <span>
                {recentBoard(board.title, dayOf(board.visited))}
                <span className="recent-board-role">{roleWords[board.role]}</span>
              </span>
            </button>
            <button
              type="button"
              className="recent-board-forget"
              aria-label={homeWords.forget(board.title)}
              title={homeWords.forget(board.title)}
              onClick={() => setForgetting(board)}
            >
              <X />
            </button>
          </li>
        ))}
      </ul>
      {forgetting !== null && (
        <PartPlace onDrop={() => setForgetting(null)}>
          <ForgetDialog
            board={forgetting}
            identity={identity}
            onForgotten={() => setBoards(identity.boards())}
            onClose={close}
          />
        </PartPlace>
      )}
    </section>
  )
}

function dayOf(visited: number): string {
  return new Date(visited).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })
}
