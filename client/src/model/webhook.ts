import type { Delivery } from '@momentous/shared/domain/delivery'
import type { BoardId } from '@momentous/shared/domain/id'
import * as v from 'valibot'
import { ask, type Refusal } from './http.ts'

const delivery: v.GenericSchema<unknown, Delivery> = v.object({
  id: v.string(),
  event: v.picklist(['session.finished', 'test']),
  at: v.number(),
  state: v.picklist(['waiting', 'delivered', 'given-up', 'taken-back']),
  tries: v.number(),
  nextAt: v.nullable(v.number()),
  lastAt: v.nullable(v.number()),
  trouble: v.nullable(v.string()),
})

const told = v.object({
  allowed: v.picklist(['off', 'public', 'private']),
  /** The server’s clock, by which the times below are. */
  now: v.number(),
  webhook: v.nullable(v.object({ url: v.string() })),
  deliveries: v.array(delivery),
})
/** Whom a board tells that its session is finished, and what became of that. */
export type Webhook = v.InferOutput<typeof told>

const fresh = v.object({ secret: v.nullable(v.string()) })
/** The secret where one was made just now: it is told this once. */
export type FreshSecret = v.InferOutput<typeof fresh>

export interface WebhookDesk {
  look(): Promise<Webhook | Refusal>
  set(url: string): Promise<FreshSecret | Refusal>
  renewSecret(): Promise<FreshSecret | Refusal>
  test(): Promise<FreshSecret | Refusal>
  /** Null when nothing of it is left. */
  drop(): Promise<Refusal | null>
}

export function webhookDesk(board: BoardId, token: string): WebhookDesk {
  const path = `/api/boards/${board}/webhook`
  return {
    look: () => ask(told, path, { token }),
    set: (url) => ask(fresh, path, { token, body: { url }, puts: true }),
    renewSecret: () => ask(fresh, `${path}/secret`, { token, body: {} }),
    test: () => ask(fresh, `${path}/test`, { token, body: {} }),
    drop: () => ask(v.null(), path, { token, deletes: true }),
  }
}
