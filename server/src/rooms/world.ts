import type { Random } from '@momentous/shared/board/order'
import type { Instant } from '@momentous/shared/domain/session'
import type { Logger } from 'pino'
import type { Links } from '../links/links.ts'
import type { Metrics } from '../metrics/metrics.ts'
import type { Storage } from '../storage/storage.ts'
import type { After } from '../alarm.ts'
import type { Snapshots } from './document/snapshots.ts'
import type { Shares } from './line/share.ts'
import type { Tempo } from './line/tempo.ts'
import type { Stretch } from './document/stretches.ts'
import type { Tick } from './line/tick.ts'

/** What the rooms stand on. Time and randomness come in here, so that a test can hold them. */
export interface World {
  readonly storage: Storage
  readonly links: Links
  /** Boards, counts and faults; never a token, a text or who sent what. */
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>
  readonly now: () => Instant
  readonly random: Random
  /** What happens later, on the same clock as `now`; real time when left out. */
  readonly after?: After
  /** Whom to tell how it goes; nobody when left out. */
  readonly metrics?: Metrics
  /** How long frames are collected; follows the event loop when left out. */
  readonly tempo?: Tempo
  /** What each board may take of the event loop; left out, what is fair. */
  readonly shares?: Shares
  /** Hears that something waits to be told outside the house; nobody does when left out. */
  readonly told?: () => void
  /** Who makes snapshots; a thread when left out. */
  readonly snapshots?: Snapshots
}

export interface RoomWorld extends World {
  readonly after: After
  readonly metrics: Metrics
  readonly tick: Tick
  readonly snapshots: Snapshots
  readonly shares: Shares
  readonly stretch: Stretch
}
