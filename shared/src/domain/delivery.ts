import type { Instant } from './session.ts'

/** One thing that is told, tried until somebody takes it. */
export interface Delivery {
  readonly id: string
  readonly event: 'session.finished' | 'test'
  /** When it happened. */
  readonly at: Instant
  readonly state: 'waiting' | 'delivered' | 'given-up' | 'taken-back'
  readonly tries: number
  /** When it is tried next; null for one that waits no more. */
  readonly nextAt: Instant | null
  /** When it was tried last. */
  readonly lastAt: Instant | null
  /** Why the last try failed, as a sentence. */
  readonly trouble: string | null
}
