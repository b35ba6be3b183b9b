import type { Random } from '@momentous/shared/board/order'
import type { BoardId } from '@momentous/shared/domain/id'
import type { Instant } from '@momentous/shared/domain/session'
import { turns } from '../links/turns.ts'
import type { HookEntry, StoredHook } from '../storage/hook.ts'
import type { Storage } from '../storage/storage.ts'
import { newDelivery } from './delivery.ts'
import type { Reach } from './reach.ts'
import type { Resolve } from './resolve.ts'
import { newSecret } from './signature.ts'
import { findTarget } from './target.ts'

export interface HookParts {
  readonly storage: Pick<Storage, 'hook' | 'commit'>
  readonly reach: Reach
  readonly resolve: Resolve
  readonly now: () => Instant
  readonly random: Random
  /** Something waits to be told. */
  readonly told: () => void
}

export type HookAnswer =
  /** `secret` where one was made just now: it is never told again. */
  | { readonly ok: true; readonly secret: string | null }
  | { readonly ok: false; readonly why: 'unfit' | 'none' | 'waiting'; readonly reason: string }

/** Whom a board tells that its session is finished: one change of a board at a time. */
export interface Hooks {
  readonly reach: Reach
  look(board: BoardId): Promise<StoredHook | null>
  /** Sets the address. The first time makes the secret; what waits goes to the new address at once. */
  set(board: BoardId, url: string): Promise<HookAnswer>
  /** The secret before it signs nothing any more. */
  renewSecret(board: BoardId): Promise<HookAnswer>
  /** Sends the form as it stands. */
  test(board: BoardId): Promise<HookAnswer>
  /** Nothing of it is left. */
  drop(board: BoardId): Promise<void>
}

export function createHooks({ storage, reach, resolve, now, random, told }: HookParts): Hooks {
  const inTurn = turns<BoardId>()

  const changing = (board: BoardId, change: (stored: StoredHook) => Promise<HookAnswer>): Promise<HookAnswer> =>
    inTurn(board, async () => {
      const stored = await storage.hook(board)
      return stored === null ? NONE : change(stored)
    })

  return {
    reach,
    look: (board) => storage.hook(board),
    async set(board, text) {
      // Looked up before the turn: a name server may take its time.
      const target = await findTarget(text, reach, resolve)
      if (!target.ok) return { ok: false, why: 'unfit', reason: target.trouble }
      return inTurn(board, async () => {
        const stored = await storage.hook(board)
        const secret = stored?.hook.secret ?? newSecret()
        const hook = { url: target.url.href, secret, since: stored?.hook.since ?? now() }
        await storage.commit(board, [{ kind: 'hook', hook }, ...atOnce(stored, now())])
        told()
        return { ok: true, secret: stored === null ? secret : null }
      })
    },
    renewSecret: (board) =>
      changing(board, async ({ hook }) => {
        const secret = newSecret()
        await storage.commit(board, [{ kind: 'hook', hook: { ...hook, secret } }])
        return { ok: true, secret }
      }),
    test: (board) =>
      changing(board, async ({ deliveries }) => {
        if (reach === 'off') return { ok: false, why: 'unfit', reason: OFF }
        // Nobody is to be knocked at in a hurry; and what is tried already says what a test would say.
        if (deliveries.some(({ event, state }) => event === 'test' && state === 'waiting')) return WAITING
        await storage.commit(board, [{ kind: 'delivery', delivery: newDelivery('test', now(), random) }])
        told()
        return { ok: true, secret: null }
      }),
    drop: (board) => inTurn(board, async () => void (await storage.commit(board, [{ kind: 'hook-dropped' }]))),
  }
}

/** What was waiting for a while is not kept waiting where the address may have been the reason. */
function atOnce(stored: StoredHook | null, now: Instant): readonly HookEntry[] {
  const waiting = (stored?.deliveries ?? []).filter(({ state }) => state === 'waiting')
  return waiting.map((delivery) => ({ kind: 'delivery-changed', delivery: { ...delivery, nextAt: now } }))
}

const OFF = 'Whoever runs this server has switched webhooks off.'
const NONE: HookAnswer = { ok: false, why: 'none', reason: 'This board tells nobody. Set an address first.' }
const WAITING: HookAnswer = { ok: false, why: 'waiting', reason: 'A test is on its way. See first what becomes of it.' }
