import { use, useMemo, useSyncExternalStore } from 'react'
import type { BoardStore } from '../model/board-store.ts'
import { createBrowserKeeping } from '../model/browser-keeping.ts'
import type { SeatedBoard } from '../model/identity.ts'
import { openStore } from '../model/open-store.ts'
import { newId } from '../model/random.ts'
import { AheadContext, type TakeAhead } from '../model/use-ahead.ts'
import type { Watched } from '../model/watched.ts'

/** The store of the board that this device has a seat on; null for the moment before it is open. */
export function useOpenStore({ id, role, seat }: SeatedBoard): BoardStore | null {
  const { id: seatId, name, token } = seat
  const takeAhead = use(AheadContext)
  const opened = useMemo(
    () => whileWatched(() => openHere({ id, role, seat: { id: seatId, name, token } }, takeAhead)),
    [id, role, seatId, name, token, takeAhead],
  )
  return useSyncExternalStore(opened.subscribe, opened.get)
}

interface Opened {
  readonly store: BoardStore
  close(): void
}

/** Opened for the first who watches, closed after the last. */
function whileWatched(open: () => Opened): Watched<BoardStore | null> {
  let opened: Opened | null = null
  let watching = 0
  return {
    get: () => opened?.store ?? null,
    subscribe() {
      watching += 1
      opened ??= open()
      return () => {
        watching -= 1
        if (watching > 0) return
        opened?.close()
        opened = null
      }
    },
  }
}

function openHere({ id, role, seat }: Pick<SeatedBoard, 'id' | 'role' | 'seat'>, takeAhead: TakeAhead): Opened {
  const page = newId<string>()
  const keeping = createBrowserKeeping({ board: id, seat: seat.id, page }, takeAhead)
  const store = openStore({
    address: { server: `${location.origin.replace(/^http/, 'ws')}/sync`, board: id, token: seat.token },
    actor: { seat: seat.id, role, name: seat.name, seated: true },
    keeping,
    page,
  })
  const leave = guardLeaving(store, () => void keeping.flush())
  return {
    store,
    close() {
      leave()
      store.close()
    },
  }
}

/** Asks before the page goes while something is not saved, and writes down what the device knows when it is put aside. */
function guardLeaving(store: BoardStore, flush: () => void): () => void {
  const leaving = new AbortController()
  const { signal } = leaving
  let guarded: AbortController | null = null
  const onLeave = (event: BeforeUnloadEvent) => {
    flush()
    event.preventDefault()
  }
  // Listened for only while there is something to lose: browsers keep no page ready that listens all the time.
  const follow = () => {
    const wanted = store.waiting.get() > 0
    if (wanted === (guarded !== null)) return
    guarded?.abort()
    guarded = wanted ? new AbortController() : null
    if (guarded !== null) addEventListener('beforeunload', onLeave, { signal: guarded.signal })
  }
  const stop = store.waiting.subscribe(follow)
  addEventListener('pagehide', flush, { signal })
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && flush(), { signal })
  return () => {
    stop()
    guarded?.abort()
    leaving.abort()
  }
}
