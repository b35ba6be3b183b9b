import { isOwnChannel, type ChannelId, type OwnChannel } from '@momentous/shared/domain/contact-type'
import type { ClippedMoment } from '../model/clip.ts'
import { folded } from '../model/folded.ts'

/** A board's own contact type goes by its name on another board; none where that isn't known. */
export function channelHere(
  { channel, channelName }: Pick<ClippedMoment, 'channel' | 'channelName'>,
  own: readonly OwnChannel[],
): ChannelId | null {
  if (channel === null || !isOwnChannel(channel)) return channel
  const name = channelName === null ? null : folded(channelName)
  return own.find(({ label }) => folded(label) === name)?.id ?? null
}
