import { lazy, Suspense, useMemo, useSyncExternalStore } from 'react'
import { LiveRegion } from '../controls/LiveRegion.tsx'
import type { Identity } from '../model/identity.ts'
import { NewVersion } from './NewVersion.tsx'
import { followRoute, routeOf } from './route.ts'
import { TroubleBoundary } from './TroubleBoundary.tsx'

const BoardDoor = lazy(async () => ({ default: (await import('./BoardDoor.tsx')).BoardDoor }))
const HomePage = lazy(async () => ({ default: (await import('./HomePage.tsx')).HomePage }))

export function App({ identity }: { readonly identity: Identity }) {
  const address = useSyncExternalStore(followRoute, () => location.href)
  const route = useMemo(() => routeOf(new URL(address)), [address])
  return (
    <LiveRegion>
      <TroubleBoundary>
        <Suspense>
          {route.page === 'home' ? (
            <HomePage identity={identity} />
          ) : (
            <BoardDoor key={address} identity={identity} id={route.id} token={route.token} />
          )}
        </Suspense>
        <NewVersion />
      </TroubleBoundary>
    </LiveRegion>
  )
}
