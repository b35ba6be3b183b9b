import { useMemo, useSyncExternalStore } from 'react'
import { LiveRegion } from '../controls/LiveRegion.tsx'
import type { Identity } from '../model/identity.ts'
import { BoardDoor } from './BoardDoor.tsx'
import { HomePage } from './HomePage.tsx'
import { followRoute, routeOf } from './route.ts'
import { TroubleBoundary } from './TroubleBoundary.tsx'

export function App({ identity }: { readonly identity: Identity }) {
  const address = useSyncExternalStore(followRoute, () => location.href)
  const route = useMemo(() => routeOf(new URL(address)), [address])
  return (
    <LiveRegion>
      <TroubleBoundary>
        {route.page === 'home' ? (
          <HomePage identity={identity} />
        ) : (
          <BoardDoor key={address} identity={identity} id={route.id} token={route.token} />
        )}
      </TroubleBoundary>
    </LiveRegion>
  )
}
