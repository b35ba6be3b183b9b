import type { BoardId, SeatId } from '@momentous/shared/domain/id'
import type { Role } from '@momentous/shared/domain/role'
import { onTestFinished, vi } from 'vitest'
import type { BoardStore } from '../../client/src/model/board-store.ts'
import type { Keeping } from '../../client/src/model/keeping.ts'
import { createMemoryKeeping } from './memory-keeping.ts'
import { openStore } from '../../client/src/model/open-store.ts'
import type { TestSession } from './session-builder.ts'

// Whole pages and a whole server: a busy machine needs its time.
vi.setConfig({ testTimeout: 20_000 })

export interface Page {
  readonly store: BoardStore
  /** The device's storage, which outlives the page. */
  readonly keeping: Keeping
}

export interface PageWishes {
  readonly keeping?: Keeping
  /** Another address than the server's own: a gate that tests open and close. */
  readonly origin?: string
}

let pages = 0

/** A page of the application, without its screens: the store on a live server. */
export function openPage(
  { origin, board }: Pick<TestSession, 'origin' | 'board'>,
  seat: { readonly id: string; readonly token: string },
  role: Role = 'participant',
  { keeping = createMemoryKeeping(), origin: other = origin }: PageWishes = {},
): Page {
  const store = openStore({
    address: { server: `${other.replace(/^http/, 'ws')}/sync`, board: board as BoardId, token: seat.token },
    actor: { seat: seat.id as SeatId, role, name: role, seated: true },
    keeping,
    page: `page${++pages}`,
  })
  onTestFinished(() => store.close())
  return { store, keeping }
}

/** Waits until `holds` does, and says what was waited for when it doesn't. */
export async function until(holds: () => boolean, what: string, ms = 8000): Promise<void> {
  const end = Date.now() + ms
  while (!holds()) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Everything of this page is on the server's disk. */
export const settled = ({ store }: Page): Promise<void> =>
  until(() => store.status.get().state === 'online' && store.waiting.get() === 0, 'everything to be saved')
