import type { ChannelId, OwnChannel } from '../domain/contact-type.ts'
import type { Addition } from './addition.ts'
import { fitted } from './channels-for.ts'

/** An addition as it fits when it is done: while the file was read, somebody may have added a contact type of its name or letter. */
export function withChannelsNow(addition: Addition, own: readonly OwnChannel[]): Addition {
  if (addition.channels.length === 0) return addition
  const { channels, there } = fitted(addition.channels, own, ({ id }) => id)
  const brought = new Set<ChannelId>(addition.channels.map(({ id }) => id))
  const moments = addition.moments.map((moment) =>
    moment.channel !== null && brought.has(moment.channel)
      ? { ...moment, channel: there.get(moment.channel) ?? null }
      : moment,
  )
  return { ...addition, channels, moments }
}
