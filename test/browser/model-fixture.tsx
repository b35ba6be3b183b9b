import type { BoardId, MomentId, SeatId } from '@momentous/shared/domain/id'
import { memo, Profiler } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserKeeping } from '../../client/src/model/browser-keeping.ts'
import type { Keeping } from '../../client/src/model/keeping.ts'
import type { Change } from '../../client/src/model/outbox.ts'
import { seenPictures } from '../../client/src/model/seen-pictures.ts'
import { StoreContext, useMoment, useRuling, useTimelineIds } from '../../client/src/model/use-store.ts'
import type { Question } from '../../client/src/model/waiting.ts'
import { liveBoard } from '../support/live-board.ts'
import { liveStore } from '../support/live-store.ts'

/** The hooks over a live board, counting what renders; and the device's storage, for a test to use by hand. */
const live = liveBoard({ phase: 'post' })
const store = liveStore(live, 'participant')
let rendered: string[] = []

const Row = memo(function Row({ id }: { readonly id: MomentId }) {
  const moment = useMoment(id)
  return (
    <Profiler id={id} onRender={(name) => void rendered.push(name)}>
      <li>{moment?.text}</li>
    </Profiler>
  )
})

function Rows() {
  const ids = useTimelineIds()
  return (
    <Profiler id="list" onRender={() => undefined}>
      <ol>
        {ids.map((id) => (
          <Row key={id} id={id} />
        ))}
      </ol>
    </Profiler>
  )
}

function Button() {
  const ruling = useRuling('set-paper', { ids: [], paper: 'rose' })
  return (
    <Profiler id="button" onRender={(name) => void rendered.push(name)}>
      <button type="button">{ruling.allowed ? 'allowed' : ruling.reason}</button>
    </Profiler>
  )
}

const fixture = {
  ids: () => [...live.line()],
  run: (name: Parameters<typeof live.run>[0], args: unknown) => live.run(name, args),
  go: (phase: 'choose') => live.set({ phase }),
  /** What rendered since the last time of asking. */
  rendered() {
    const all = rendered
    rendered = []
    return all
  },
  keeping: (page: string, seat = 'seat-of-ann') =>
    createBrowserKeeping({ board: 'board-of-tests' as BoardId, seat: seat as SeatId, page }),
  /** Pictures that were seen on one of two boards, two of them at the most. */
  seen(board: 'tests' | 'others') {
    const pictures = seenPictures(`board-of-${board}` as BoardId, 2)
    return {
      put: (hash: string) => pictures.put({ hash, image: new Blob([hash]) }),
      get: async (hash: string) => (await (await pictures.get(hash))?.text()) ?? null,
    }
  },
  /** Keys of what the kept one finds of pages that have gone. */
  async orphans() {
    const { changes = [], questions = [] } = (await window.keeping?.orphans()) ?? {}
    return [...changes, ...questions].map(({ key }) => key)
  },
  question: (key: string): Question => ({ key, command: { id: `command-${key}`, name: 'ring-bell', args: {} } }),
  change: (key: string): Change => ({
    key,
    update: Uint8Array.of(1, 2, 3),
    command: { name: 'set-paper', args: { ids: ['m1'], paper: 'rose' } },
    before: null,
    epoch: 3,
  }),
}

declare global {
  interface Window {
    /** One that a test has opened and goes on with. */
    keeping?: Keeping
    model: typeof fixture
  }
}
window.model = fixture

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StoreContext value={store}>
      <h1>The model alone</h1>
      <Rows />
      <Button />
    </StoreContext>,
  )
}
