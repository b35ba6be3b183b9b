import type { ChannelId } from '@momentous/shared/domain/contact-type'
import type { MomentId } from '@momentous/shared/domain/id'
import { cell, type Cell } from '../model/cell.ts'

/** Where the next moment goes in, and the contact type that it starts with because a hint asked for one. */
export interface NextSpot {
  readonly after: Cell<MomentId | 'last'>
  readonly channel: Cell<ChannelId | null>
}

export function createNextSpot(): NextSpot {
  return { after: cell<MomentId | 'last'>('last'), channel: cell<ChannelId | null>(null) }
}
