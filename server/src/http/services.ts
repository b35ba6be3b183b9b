import type { Instant } from '@momentous/shared/domain/session'
import type { Config } from '../config.ts'
import type { Links } from '../links/links.ts'
import type { Ledger } from '../metrics/ledger.ts'
import type { Storage } from '../storage/storage.ts'
import type { Hooks } from '../webhooks/hooks.ts'
import type { RoomService } from './room-service.ts'

/** What the routes are made of; `main.ts` puts the real ones together, tests their own. */
export interface Services {
  readonly config: Config
  readonly storage: Storage
  readonly links: Links
  readonly rooms: RoomService
  readonly hooks: Hooks
  readonly now: () => Instant
  /** What the parts of this server have told of themselves. */
  readonly ledger: Ledger
}
