import type { Delivery } from '@momentous/shared/domain/delivery'
import type { BoardId } from '@momentous/shared/domain/id'
import type { Instant } from '@momentous/shared/domain/session'

/** Where a board tells others that its session is finished. */
export interface HookRecord {
  readonly url: string
  /** Signs what is sent. It has to be usable, so it is no hash; it stands in the database and in no copy of it. */
  readonly secret: string
  readonly since: Instant
}

export interface StoredHook {
  readonly hook: HookRecord
  readonly deliveries: readonly Delivery[]
}

export interface WaitingDelivery {
  readonly board: BoardId
  readonly delivery: Delivery
}

/** So many deliveries of a board are remembered; older ones go. */
export const DELIVERIES_KEPT = 20

export type HookEntry =
  /** Made, or changed. */
  | { readonly kind: 'hook'; readonly hook: HookRecord }
  /** With it goes all that was or waits to be delivered. */
  | { readonly kind: 'hook-dropped' }
  /** Begins to wait; does nothing on a board that tells nobody. */
  | { readonly kind: 'delivery'; readonly delivery: Delivery }
  /** Does nothing once it isn't there any more. `body` is what it says; left out, that stays as it is. */
  | { readonly kind: 'delivery-changed'; readonly delivery: Delivery; readonly body?: Uint8Array | null }

/** Newest first; of two in the same moment, by name. */
export function newestFirst(one: Delivery, other: Delivery): number {
  return other.at - one.at || (one.id < other.id ? 1 : -1)
}
