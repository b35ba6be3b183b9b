import { lazy, Suspense, useMemo, useSyncExternalStore } from 'react'
import { LiveRegion } from '../controls/LiveRegion.tsx'
import type { Identity } from '../model/identity.ts'
import { BoardDoor } from './BoardDoor.tsx'
import { followRoute, routeOf } from './route.ts'
import { TroubleBoundary } from './TroubleBoundary.tsx'

const HomePage = lazy(async () => ({ default: (await import('./HomePage.tsx')).HomePage }))

export function App({ identity }: { readonly identity: Identity }) {
  const address = useSyncExternalStore(followRoute, () => location.href)
  const route = useMemo(() => routeOf(new URL(address)), [address])
  return (
    <LiveRegion>
      <TroubleBoundary>
        {route.page === 'home' ? (
          <Suspense>
            <HomePage identity={identity} />
          </Suspense>
        ) : (
          <BoardDoor key={address} identity={identity} id={route.id} token={route.token} />
        )}
      </TroubleBoundary>
    </LiveRegion>
  )
}
