import type { Delivery } from '@momentous/shared/domain/delivery'
import type { Random } from '@momentous/shared/board/order'
import type { BoardId } from '@momentous/shared/domain/id'
import type { Instant } from '@momentous/shared/domain/session'
import { alarm, type After } from '../alarm.ts'
import type { RoomService } from '../http/room-service.ts'
import type { Metrics } from '../metrics/metrics.ts'
import type { StoredHook } from '../storage/hook.ts'
import type { Storage } from '../storage/storage.ts'
import { afterTry, takenBack, waitsFor } from './delivery.ts'
import { post, type Outcome } from './post.ts'
import type { Reach } from './reach.ts'
import type { Resolve } from './resolve.ts'
import { saidBy } from './said.ts'
import { signedHeaders } from './signature.ts'
import { findTarget } from './target.ts'

export interface CourierParts {
  readonly storage: Pick<Storage, 'hook' | 'waiting' | 'deliveryBody' | 'commit'>
  readonly rooms: Pick<RoomService, 'session' | 'snapshot'>
  readonly reach: Reach
  readonly resolve: Resolve
  readonly now: () => Instant
  readonly after: After
  readonly random: Random
  readonly metrics: Metrics
  readonly log: { warn(facts: object, words: string): void }
  /** How long one try may take, in milliseconds. */
  readonly patience?: number
}

/** Carries what waits to be told out of the house. */
export interface Courier {
  /** Something waits since now. */
  poke(): void
  /** What is under way is broken off, and is tried again by whoever comes next. */
  stop(): Promise<void>
}

/** So many boards are served at a time, each with one delivery; in all of them together. */
const AT_ONCE = 24
/** Of these so many with what was tried before: who lets others wait for an answer keeps nobody's first try waiting. */
const AGAIN_AT_ONCE = 8
const LOOKED_AT = 500
/** It is looked again at least so often, in milliseconds; and a board whose delivery can't be written down rests as long. */
const PAUSE = 60_000
/** More than the largest form that a board can hold, by far. */
const BODY_MAX = 8 * 1024 * 1024

export function createCourier(parts: CourierParts): Courier {
  const { storage, reach, now, after, log } = parts
  const under = new Map<BoardId, Promise<void>>()
  const again = new Set<BoardId>()
  const resting = new Map<BoardId, Instant>()
  const stopping = new AbortController()
  let turn = Promise.resolve()
  const later = alarm(after, poke)

  /** One look after the other: what is read is never older than what has come of it. */
  function poke(): void {
    if (reach !== 'off') turn = turn.then(look)
  }

  async function look(): Promise<void> {
    if (stopping.signal.aborted) return
    const pause = await begin().catch((error: unknown) => {
      log.warn({ err: error }, 'what waits to be delivered could not be read')
      return PAUSE
    })
    if (!stopping.signal.aborted) later.set(pause)
  }

  /** Begins with what is due; answers when the next is. */
  async function begin(): Promise<number> {
    let soonest = PAUSE
    for (const { board, delivery } of await storage.waiting(LOOKED_AT)) {
      if (under.size >= AT_ONCE || stopping.signal.aborted) return PAUSE
      const until = waitsFor(delivery, now(), PAUSE)
      if (until > 0) soonest = Math.min(soonest, until)
      else if (isFree(board, delivery)) under.set(board, carried(board, delivery))
    }
    return soonest
  }

  function isFree(board: BoardId, { tries }: Delivery): boolean {
    if (under.has(board) || (resting.get(board) ?? 0) > now()) return false
    return tries === 0 || again.size < AGAIN_AT_ONCE
  }

  async function carried(board: BoardId, { id, tries }: Delivery): Promise<void> {
    resting.delete(board)
    if (tries > 0) again.add(board)
    try {
      await carry(parts, board, id, stopping.signal)
    } catch (error) {
      resting.set(board, now() + PAUSE)
      log.warn({ board, err: error }, 'a delivery could not be looked after, and is tried again')
    }
    under.delete(board)
    again.delete(board)
    poke()
  }

  return {
    poke,
    async stop() {
      stopping.abort()
      later.clear()
      await turn
      await Promise.all(under.values())
      later.clear()
    },
  }
}

async function carry(parts: CourierParts, board: BoardId, id: string, stop: AbortSignal): Promise<void> {
  const { storage, rooms, now, random, metrics } = parts
  const stored = await storage.hook(board)
  const delivery = stored?.deliveries.find((each) => each.id === id && each.state === 'waiting')
  // What was read before an earlier try was written down says no more when it is due.
  if (!stored || delivery === undefined || waitsFor(delivery, now(), PAUSE) > 0) return
  if (delivery.event === 'session.finished' && (await rooms.session(board)).finished !== delivery.at) {
    await storage.commit(board, [{ kind: 'delivery-changed', delivery: takenBack(delivery), body: null }])
    return
  }
  const outcome = await tried(parts, board, stored, delivery, stop)
  if (outcome.what === 'stopped') return
  const told = afterTry(delivery, outcome, now(), random)
  metrics.add(outcome.what === 'taken' ? 'webhooksTaken' : 'webhooksFailed', 1)
  const isDone = told.state !== 'waiting'
  await storage.commit(board, [{ kind: 'delivery-changed', delivery: told, ...(isDone ? { body: null } : {}) }])
}

async function tried(
  { storage, rooms, reach, resolve, now, patience }: CourierParts,
  board: BoardId,
  { hook }: StoredHook,
  delivery: Delivery,
  stop: AbortSignal,
): Promise<Outcome> {
  const target = await findTarget(hook.url, reach, resolve)
  if (!target.ok) return { what: 'failed', trouble: target.trouble, wait: 0, forGood: false }
  let body = await storage.deliveryBody(board, delivery.id)
  if (body === null) {
    body = new TextEncoder().encode(saidBy(delivery, board, await rooms.snapshot(board), now()))
    if (body.length > BODY_MAX) return { what: 'failed', trouble: TOO_LARGE, wait: 0, forGood: true }
    // Written down before it is said: every try says the same.
    await storage.commit(board, [{ kind: 'delivery-changed', delivery, body }])
  }
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Momentous',
    ...signedHeaders(hook.secret, delivery.id, now(), body),
  }
  return post({ target, headers, body }, stop, patience)
}

const TOO_LARGE = 'This form is too large to be sent in one piece: 8 MB at most.'
