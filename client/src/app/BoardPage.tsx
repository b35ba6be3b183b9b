import { useCallback, useMemo, type ReactNode } from 'react'
import { lazyPart } from '../controls/lazy-part.ts'
import { Mark } from '../controls/Mark.tsx'
import { PartPlace } from '../controls/PartPlace.tsx'
import { usePrefetch } from '../controls/use-prefetch.ts'
import { cell, type Cell } from '../model/cell.ts'
import type { TurnedAway } from '../model/http.ts'
import type { Identity, SeatedBoard } from '../model/identity.ts'
import { useHabits } from '../model/use-habits.ts'
import { StoreContext, useLoaded, useStatus, useStore } from '../model/use-store.ts'
import { useLinks } from '../panels/use-links.ts'
import { BroughtContext, type Brought } from '../session/brought.ts'
import { BoardDialogContext, type BoardDialogName, type OpenDialog } from '../session/board-dialog.ts'
import { useAsk } from '../session/use-ask.ts'
import { WallInSightContext } from '../session/wall-in-sight.ts'
import type { WallHands } from '../tools/wall-offers.ts'
import { laterWords } from '../words/frame.ts'
import { storeWords } from '../words/store.ts'
import { PageHandsContext, WallOnScreenContext, type PageHands } from './page-hands.ts'
import { go } from './route.ts'
import { useRemembering, useRestored, useTurnedAway } from './use-board-news.ts'
import { useListOrWall } from './use-list-or-wall.ts'
import { usePageKeys } from './use-page-keys.ts'
import { useOpenStore } from './use-open-store.ts'
import './board-page.css'

const screens = {
  wall: lazyPart(async () => (await import('./DeskScreen.tsx')).DeskScreen),
  list: lazyPart(async () => (await import('./ListScreen.tsx')).ListScreen),
}
const UnsavedWords = lazyPart(async () => (await import('../session/UnsavedWords.tsx')).UnsavedWords)
const bothScreens = Object.values(screens)

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
  const dialog = useMemo(() => cell<BoardDialogName | null>(null), [])
  // On its way while the board itself is read from the device.
  screens[mode].fetch()
  usePrefetch(bothScreens)
  useRemembering(board, identity)
  useTurnedAway(onTurnedAway)
  useRestored()
  const trouble = useTrouble()
  const store = useStore()
  const ask = useAsk()
  const wall = useMemo(() => cell<WallHands | null>(null), [])
  const brought = useMemo(() => cell<readonly Brought[]>([]), [])
  const hands = useCallback(
    (): PageHands => ({ store, ask, dialog, mode, onMode: choose, onLeave: leave, wall: wall.get() }),
    [store, ask, dialog, mode, choose, wall],
  )
  usePageKeys(hands, useHabits())
  if (!useLoaded()) return <Opening title={board.title} trouble={trouble} words={store.unsavedWords()} />
  const around = { links, token: board.seat.token, onHow: () => dialog.set('how'), onLeave: leave }
  return (
    <Around {...{ dialog, wall, brought, hands }}>
      <PartPlace key={mode} until={<Opening title={board.title} />}>
        {mode === 'list' ? (
          <screens.list {...around} onWall={() => choose('wall')} />
        ) : (
          <screens.wall {...around} onList={() => choose('list')} />
        )}
      </PartPlace>
    </Around>
  )
}

const leave = () => go('/')

interface AroundProps {
  readonly dialog: OpenDialog
  readonly wall: Cell<WallHands | null>
  readonly brought: Cell<readonly Brought[]>
  readonly hands: () => PageHands
  readonly children: ReactNode
}

/** What every part of the board's page can reach. */
function Around({ dialog, wall, brought, hands, children }: AroundProps) {
  return (
    <BoardDialogContext value={dialog}>
      <WallOnScreenContext value={wall}>
        <WallInSightContext value={wall}>
          <BroughtContext value={brought}>
            <PageHandsContext value={hands}>{children}</PageHandsContext>
          </BroughtContext>
        </WallInSightContext>
      </WallOnScreenContext>
    </BoardDialogContext>
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
          <PartPlace silent>
            <UnsavedWords words={words} />
          </PartPlace>
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
