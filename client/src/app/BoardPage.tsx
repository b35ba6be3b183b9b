import { lazy, Suspense, useState } from 'react'
import { Mark } from '../controls/Mark.tsx'
import type { TurnedAway } from '../model/http.ts'
import type { Identity, SeatedBoard } from '../model/identity.ts'
import { StoreContext, useLoaded, useStatus, useStore } from '../model/use-store.ts'
import { useLinks } from '../panels/use-links.ts'
import { UnsavedWords } from '../session/UnsavedWords.tsx'
import { laterWords } from '../words/frame.ts'
import { storeWords } from '../words/store.ts'
import { go } from './route.ts'
import { useRemembering, useRestored, useTurnedAway } from './use-board-news.ts'
import { useListOrWall } from './use-list-or-wall.ts'
import { useOpenStore } from './use-open-store.ts'
import './board-page.css'

const DeskScreen = lazy(async () => ({ default: (await import('./DeskScreen.tsx')).DeskScreen }))
const ListScreen = lazy(async () => ({ default: (await import('./ListScreen.tsx')).ListScreen }))
const SessionDialog = lazy(async () => ({ default: (await import('./SessionDialog.tsx')).SessionDialog }))

export interface BoardPageProps {
  readonly board: SeatedBoard
  readonly identity: Identity
  /** The seat is gone or the board is: back to the door, which says why. */
  readonly onTurnedAway: (why: TurnedAway, words: readonly string[]) => void
}

/** One board, for whoever has a seat on it. */
export function BoardPage(props: BoardPageProps) {
  const store = useOpenStore(props.board)
  if (store === null) return <Opening title={props.board.title} />
  return (
    <StoreContext value={store}>
      <OpenBoard {...props} />
    </StoreContext>
  )
}

function OpenBoard({ board, identity, onTurnedAway }: BoardPageProps) {
  const links = useLinks(board, identity)
  const { mode, choose } = useListOrWall()
  const [how, setHow] = useState(false)
  useRemembering(board, identity)
  useTurnedAway(onTurnedAway)
  useRestored()
  const trouble = useTrouble()
  const store = useStore()
  if (!useLoaded()) return <Opening title={board.title} trouble={trouble} words={store.unsavedWords()} />
  const around = { links, token: board.seat.token, onHow: () => setHow(true), onLeave: () => go('/') }
  return (
    <Suspense fallback={<Opening title={board.title} />}>
      {mode === 'list' ? (
        <ListScreen {...around} onWall={() => choose('wall')} />
      ) : (
        <DeskScreen {...around} onList={() => choose('list')} />
      )}
      {how && <SessionDialog onClose={() => setHow(false)} />}
    </Suspense>
  )
}

interface OpeningProps {
  readonly title: string
  /** What is in the way, in words. */
  readonly trouble?: string | null
  /** What waits on this device meanwhile. */
  readonly words?: readonly string[]
}

/** The moment before the board's content is here. */
function Opening({ title, trouble = null, words = [] }: OpeningProps) {
  return (
    <>
      <header className="board-page-bar">
        <Mark />
        <h1 className="t-label">{title}</h1>
      </header>
      {trouble !== null && (
        <div className="board-page-trouble">
          <p>{trouble}</p>
          <UnsavedWords words={words} />
        </div>
      )}
    </>
  )
}

/** Nothing of the board is on this device yet, and there is no link to fetch it. */
function useTrouble(): string | null {
  const status = useStatus()
  if (status.state === 'later') return `${status.reason} ${laterWords[status.why].more}`
  return status.state === 'offline' ? storeWords.boardOutOfReach : null
}
