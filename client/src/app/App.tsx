import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { lazyPart } from '../controls/lazy-part.ts'
import { PartPlace } from '../controls/PartPlace.tsx'
import { LiveRegion } from '../controls/LiveRegion.tsx'
import type { Identity } from '../model/identity.ts'
import { useCell } from '../model/use-cell.ts'
import { useShell } from '../model/use-shell.ts'
import { followRoute, routeOf } from './route.ts'
import { TroubleBoundary } from './TroubleBoundary.tsx'

const BoardDoor = lazyPart(async () => (await import('./BoardDoor.tsx')).BoardDoor)
const NewVersion = lazyPart(async () => (await import('./NewVersion.tsx')).NewVersion)
const HomePage = lazyPart(async () => (await import('./HomePage.tsx')).HomePage)

export function App({ identity }: { readonly identity: Identity }) {
  const address = useSyncExternalStore(followRoute, () => location.href)
  const ready = useCell(useShell().ready)
  useEffect(keepFocusOnceNeeded, [])
  const route = useMemo(() => routeOf(new URL(address)), [address])
  return (
    <LiveRegion>
      <TroubleBoundary>
        <PartPlace key={route.page}>
          {route.page === 'home' ? (
            <HomePage identity={identity} />
          ) : (
            <BoardDoor key={address} identity={identity} id={route.id} token={route.token} />
          )}
        </PartPlace>
        {ready && (
          <PartPlace silent>
            <NewVersion />
          </PartPlace>
        )}
      </TroubleBoundary>
    </LiveRegion>
  )
}

/** Whoever walks by keys begins with Tab; nobody else needs what keeps their focus. */
function keepFocusOnceNeeded(): () => void {
  const leaving = new AbortController()
  const { signal } = leaving
  const keep = async () => {
    const { keepFocus } = await import('../controls/keep-focus.ts')
    if (!signal.aborted) signal.addEventListener('abort', keepFocus(document))
  }
  const onKey = ({ key }: KeyboardEvent) => {
    if (key !== 'Tab') return
    removeEventListener('keydown', onKey)
    keep().catch(() => addEventListener('keydown', onKey, { signal }))
  }
  addEventListener('keydown', onKey, { signal })
  return () => leaving.abort()
}
