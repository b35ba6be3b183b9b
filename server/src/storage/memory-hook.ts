import type { Delivery } from '@momentous/shared/domain/delivery'
import type { BoardId } from '@momentous/shared/domain/id'
import {
  DELIVERIES_KEPT,
  newestFirst,
  type HookEntry,
  type HookRecord,
  type StoredHook,
  type WaitingDelivery,
} from './hook.ts'

/** What the memory engine keeps of a board that tells somebody. */
export interface MemoryHook {
  readonly record: HookRecord
  readonly deliveries: ReadonlyMap<string, { readonly delivery: Delivery; readonly body: Uint8Array | null }>
}

export function withHookEntry(hook: MemoryHook | null, entry: HookEntry): MemoryHook | null {
  switch (entry.kind) {
    case 'hook':
      return { record: entry.hook, deliveries: hook?.deliveries ?? new Map() }
    case 'hook-dropped':
      return null
    case 'delivery':
      return hook === null ? null : withDelivery(hook, entry.delivery, null)
    case 'delivery-changed': {
      const known = hook?.deliveries.get(entry.delivery.id)
      if (hook === null || known === undefined) return hook
      return withDelivery(hook, entry.delivery, entry.body === undefined ? known.body : entry.body)
    }
  }
}

function withDelivery(hook: MemoryHook, delivery: Delivery, body: Uint8Array | null): MemoryHook {
  const all = new Map(hook.deliveries).set(delivery.id, { delivery, body: body?.slice() ?? null })
  const kept = [...all.values()].toSorted((one, other) => newestFirst(one.delivery, other.delivery))
  return { ...hook, deliveries: new Map(kept.slice(0, DELIVERIES_KEPT).map((each) => [each.delivery.id, each])) }
}

export function asStoredHook(hook: MemoryHook | null): StoredHook | null {
  if (hook === null) return null
  return { hook: hook.record, deliveries: [...hook.deliveries.values()].map(({ delivery }) => delivery) }
}

export function waitingIn(
  boards: ReadonlyMap<BoardId, { readonly hook: MemoryHook | null }>,
  most: number,
): readonly WaitingDelivery[] {
  const all = [...boards].flatMap(([board, { hook }]) =>
    [...(hook?.deliveries.values() ?? [])].map(({ delivery }) => ({ board, delivery })),
  )
  const due = all.flatMap((one) => (one.delivery.nextAt === null ? [] : [{ ...one, nextAt: one.delivery.nextAt }]))
  return due
    .toSorted((one, other) => again(one) - again(other) || one.nextAt - other.nextAt)
    .slice(0, most)
    .map(({ board, delivery }) => ({ board, delivery }))
}

const again = ({ delivery }: WaitingDelivery): number => Number(delivery.tries > 0)
