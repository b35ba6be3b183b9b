import type { Phase } from '@momentous/shared/domain/phase'
import type { Role } from '@momentous/shared/domain/role'
import type { Session } from '@momentous/shared/domain/session'
import { createRoot } from 'react-dom/client'
import { DeskScreen } from '../../client/src/app/DeskScreen.tsx'
import { LiveRegion } from '../../client/src/controls/LiveRegion.tsx'
import { StoreContext } from '../../client/src/model/use-store.ts'
import '../../client/src/theme/base.css'
import { startTheme } from '../../client/src/theme/theme.ts'
import { liveBoard } from '../support/live-board.ts'
import { liveStore, type LiveStore } from '../support/live-store.ts'

/** The screens of a desk without a server, for tests that look and press. Query: phase, role, vote, why. */
const query = new URLSearchParams(location.search)
const phase = (query.get('phase') ?? 'post') as Phase
const role = (query.get('role') ?? 'facilitator') as Role

declare global {
  interface Window {
    readonly desk: { readonly store: LiveStore; readonly renewed: string[] }
  }
}

function voteOf(line: readonly string[]): Session['vote'] {
  if (phase !== 'choose') return { state: 'none' }
  if (query.get('vote') !== 'closed') return { state: 'open', round: 1 }
  const ticks = [6, 5, 4, 4, 2, 1]
  return {
    state: 'closed',
    round: 1,
    ballots: 8,
    totals: Object.fromEntries(ticks.map((n, at) => [line[at] ?? '', n])),
  }
}

startTheme()
const live = liveBoard({ phase, why: query.get('why') ?? 'They tell their friends.' })
live.set({ vote: voteOf(live.line()) })
const store = liveStore(live, role)
const renewed: string[] = []
Object.assign(window, { desk: { store, renewed } })

const link = 'http://localhost:8080/b/boardoftests#a-token-of-some-length'
const links = {
  known: query.has('unknown') ? {} : { participant: link, observer: link },
  renew: async (which: Role) => {
    renewed.push(which)
    return null
  },
  deleteBoard: async () => null,
}

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <LiveRegion>
      <StoreContext value={store}>
        <DeskScreen links={links} token="token" onHow={() => {}} onLeave={() => {}} onList={() => {}} />
      </StoreContext>
    </LiveRegion>,
  )
}
