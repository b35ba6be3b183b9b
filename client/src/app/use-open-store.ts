import { useEffect, useState } from 'react'
import type { BoardStore } from '../model/board-store.ts'
import { createBrowserKeeping } from '../model/browser-keeping.ts'
import type { SeatedBoard } from '../model/identity.ts'
import { openStore } from '../model/open-store.ts'
import { newId } from '../model/random.ts'

/** The store of the board that this device has a seat on; null for the moment before it is open. */
export function useOpenStore({ id, role, seat }: SeatedBoard): BoardStore | null {
  const [store, setStore] = useState<BoardStore | null>(null)
  useEffect(() => {
    const page = newId<string>()
    const keeping = createBrowserKeeping(id, page)
    const opened = openStore({
      address: { server: `${location.origin.replace(/^http/, 'ws')}/sync`, board: id, token: seat.token },
      actor: { seat: seat.id, role, name: seat.name, seated: true },
      keeping,
      page,
    })
    setStore(opened)
    const leave = guardLeaving(opened, () => void keeping.flush())
    return () => {
      leave()
      opened.close()
      setStore(null)
    }
  }, [id, role, seat.id, seat.name, seat.token])
  return store
}

/** Asks before the page goes while something is not saved, and writes down what the device knows when it is put aside. */
function guardLeaving(store: BoardStore, flush: () => void): () => void {
  const leaving = new AbortController()
  const { signal } = leaving
  const onLeave = (event: BeforeUnloadEvent) => {
    if (store.waiting.get() > 0) event.preventDefault()
  }
  addEventListener('beforeunload', onLeave, { signal })
  addEventListener('pagehide', flush, { signal })
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && flush(), { signal })
  return () => leaving.abort()
}
