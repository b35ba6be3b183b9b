import type { Role } from '@momentous/shared/domain/role'
import { Profiler } from 'react'
import { createRoot } from 'react-dom/client'
import { LiveRegion } from '../../client/src/controls/LiveRegion.tsx'
import { ListMode } from '../../client/src/list/ListMode.tsx'
import { PostRow } from '../../client/src/list/PostRow.tsx'
import { StoreContext, useTimelineIds } from '../../client/src/model/use-store.ts'
import '../../client/src/theme/base.css'
import { startTheme } from '../../client/src/theme/theme.ts'
import { liveBoard } from '../support/live-board.ts'
import { liveStore, type LiveStore } from '../support/live-store.ts'
import { stages, type Stage } from '../support/list-stages.ts'

/** The list without a server, for tests that look at it and press on it. Query: stage, role, rows. */
const query = new URLSearchParams(location.search)
const role = (query.get('role') ?? 'facilitator') as Role
const stage = (query.get('stage') ?? 'post') as Stage

declare global {
  interface Window {
    readonly list: { readonly store: LiveStore; readonly opened: string[]; readonly rendered: string[] }
  }
}

startTheme()
const store = liveStore(liveBoard({ phase: 'post' }), role)
const opened: string[] = []
const rendered: string[] = []
stages[stage](store)
Object.assign(window, { list: { store, opened, rendered } })

/** Every row alone, so that a test can count which of them were drawn again. */
function Rows() {
  const ids = useTimelineIds()
  return (
    <ol className="post-list">
      {ids.map((id, at) => (
        <Profiler key={id} id={id} onRender={() => rendered.push(id)}>
          <PostRow
            id={id}
            number={at + 1}
            all={ids.length}
            selected={false}
            beneath={0}
            onPlace={() => undefined}
            onStage={() => undefined}
          />
        </Profiler>
      ))}
    </ol>
  )
}

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <LiveRegion>
      <StoreContext value={store}>
        {query.has('rows') ? (
          <Rows />
        ) : (
          <ListMode
            token="token-of-the-seat"
            onOpen={(dialog) => opened.push(dialog)}
            onHow={() => opened.push('how')}
            onLeave={() => opened.push('leave')}
            onWall={() => opened.push('wall')}
          />
        )}
      </StoreContext>
    </LiveRegion>,
  )
}
