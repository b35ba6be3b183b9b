import { OWN_CHANNELS_MAX } from '../commands/add-channel.ts'
import type { Random } from '../board/order.ts'
import { isOwnChannel, type ChannelId, type OwnChannel, type OwnChannelId } from '../domain/contact-type.ts'
import { newId } from '../domain/id.ts'
import type { RedactedBoard } from '../exports/redact.ts'

export interface ChannelsFor {
  /** Those that the board doesn't have yet. */
  readonly channels: readonly OwnChannel[]
  /** What a moment's contact type is there; null where the board can't take it. */
  channelOf(id: ChannelId | null): ChannelId | null
}

/**
 * A file's own contact types on a board that may have some of its own: the same name is the same type, a letter that is
 * taken or one type too many leaves the moment without.
 */
export function channelsFor(file: RedactedBoard, own: readonly OwnChannel[], random: Random): ChannelsFor {
  const used = new Set(file.moments.flatMap(({ channel, removed }) => (removed || channel === null ? [] : channel)))
  const wanted = file.session.channels.filter(({ id }) => used.has(id))
  const { channels, there } = fitted(wanted, own, () => `own-${newId(random)}`)
  return {
    channels,
    channelOf: (id) => (id === null || !isOwnChannel(id) ? id : (there.get(id) ?? null)),
  }
}

/** Which of these the board takes besides its own, and what each is there. */
export function fitted(
  wanted: readonly OwnChannel[],
  own: readonly OwnChannel[],
  idOf: (each: OwnChannel) => OwnChannelId,
) {
  const there = new Map<ChannelId, ChannelId>()
  const channels: OwnChannel[] = []
  for (const each of wanted) {
    const all = [...own, ...channels]
    const same = all.find(({ label }) => label.toLowerCase() === each.label.toLowerCase())
    const isFree = all.length < OWN_CHANNELS_MAX && all.every(({ letter }) => letter !== each.letter)
    if (same !== undefined) there.set(each.id, same.id)
    else if (isFree) {
      const id = idOf(each)
      channels.push({ ...each, id })
      there.set(each.id, id)
    }
  }
  return { channels, there }
}
