import type { ChannelId } from '@momentous/shared/domain/contact-type'
import { createContext, use } from 'react'

/** The moment that is being typed on this device. It outlives the panel that it was begun in. */
export interface Draft {
  readonly text: string
  readonly setText: (text: string) => void
  /** The contact type that the next note starts with, because a hint asked for one. */
  readonly channel: ChannelId | null
  readonly setChannel: (channel: ChannelId | null) => void
  /** It was sent when the wall had just closed: the words wait for an answer. */
  readonly late: boolean
  readonly setLate: (late: boolean) => void
}

export const DraftContext = createContext<Draft>({
  text: '',
  setText: () => undefined,
  channel: null,
  setChannel: () => undefined,
  late: false,
  setLate: () => undefined,
})

export function useDraft(): Draft {
  return use(DraftContext)
}
