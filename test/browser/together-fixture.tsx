import type { BoardId, SeatId } from '@momentous/shared/domain/id'
import type { Role } from '@momentous/shared/domain/role'
import { useEffect, useMemo } from 'react'
import { createRoot } from 'react-dom/client'
import { DeskScreen } from '../../client/src/app/DeskScreen.tsx'
import { PageHandsContext, WallOnScreenContext, type PageHands } from '../../client/src/app/page-hands.ts'
import { useOpenStore } from '../../client/src/app/use-open-store.ts'
import { usePageKeys } from '../../client/src/app/use-page-keys.ts'
import { LiveRegion } from '../../client/src/controls/LiveRegion.tsx'
import type { BoardStore } from '../../client/src/model/board-store.ts'
import { cell } from '../../client/src/model/cell.ts'
import { openDevice } from '../../client/src/model/device.ts'
import { openHabits } from '../../client/src/model/habits.ts'
import type { SeatedBoard } from '../../client/src/model/identity.ts'
import { snapshotOf } from '../../client/src/model/store-snapshot.ts'
import { HabitsContext } from '../../client/src/model/use-habits.ts'
import { StoreContext, useLoaded, useStore } from '../../client/src/model/use-store.ts'
import { BoardDialogContext, type BoardDialogName } from '../../client/src/session/board-dialog.ts'
import { useAsk } from '../../client/src/session/use-ask.ts'
import { WallInSightContext } from '../../client/src/session/wall-in-sight.ts'
import { startTheme } from '../../client/src/theme/theme.ts'
import '../../client/src/theme/base.css'
import type { WallHands } from '../../client/src/tools/wall-offers.ts'
import { overlapping } from '../support/overlapping.ts'
import { everythingOn, standOf } from '../support/stand.ts'

/** A desk on a real server, whose store and wall a test can read. Query: board, seat, token, role. */
const query = new URLSearchParams(location.search)
const given = (name: string) => query.get(name) ?? ''

const board: SeatedBoard = {
  id: given('board') as BoardId,
  role: given('role') as Role,
  title: 'The practice',
  facilitator: '',
  links: {},
  seat: { id: given('seat') as SeatId, name: given('name'), token: given('token') },
  visited: 0,
}
const dialog = cell<BoardDialogName | null>(null)
const hands = cell<WallHands | null>(null)
const links = { known: {}, renew: async () => null, deleteBoard: async () => null }
const nothing = () => undefined

declare global {
  interface Window {
    together: {
      readonly store: BoardStore
      /** Throws while the wall isn't on the screen. */
      wall(): WallHands
      /** What stands on the board, for whoever compares. */
      stand(): string
      everything(): string
      overlapping(): readonly string[]
    }
  }
}

function Desk() {
  const store = useOpenStore(board)
  if (store === null) return null
  return (
    <StoreContext value={store}>
      <OpenDesk />
    </StoreContext>
  )
}

/** For the test: the store, and what is on the wall. */
function show(store: BoardStore): void {
  const wall = () => {
    const shown = hands.get()
    if (shown === null) throw new Error('The wall is not on the screen.')
    return shown
  }
  window.together = {
    store,
    wall,
    stand: () => standOf(snapshotOf(store)),
    everything: () => everythingOn(snapshotOf(store)),
    overlapping: () => overlapping(wall().bench.scene),
  }
}

function OpenDesk() {
  const store = useStore()
  const ask = useAsk()
  const around = useMemo(
    () => (): PageHands => ({ store, ask, dialog, mode: 'wall', onMode: nothing, onLeave: nothing, wall: hands.get() }),
    [store, ask],
  )
  usePageKeys(around, habits)
  useEffect(() => show(store), [store])
  if (!useLoaded()) return null
  return (
    <BoardDialogContext value={dialog}>
      <WallOnScreenContext value={hands}>
        <WallInSightContext value={hands}>
          <PageHandsContext value={around}>
            <DeskScreen links={links} token={board.seat.token} onHow={nothing} onLeave={nothing} onList={nothing} />
          </PageHandsContext>
        </WallInSightContext>
      </WallOnScreenContext>
    </BoardDialogContext>
  )
}

const habits = openHabits(openDevice())
startTheme()
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <HabitsContext value={habits}>
      <LiveRegion>
        <Desk />
      </LiveRegion>
    </HabitsContext>,
  )
}
