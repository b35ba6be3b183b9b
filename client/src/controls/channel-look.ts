import { channels, isOwnChannel, type ChannelId, type OwnChannel } from '@momentous/shared/domain/contact-type'

/** How a contact type is shown: its words, its letter and its colours as CSS values. */
export interface ChannelLook {
  readonly label: string
  readonly letter: string
  readonly colour: string
  readonly onColour: string
}

/** A board's own contact types have no colour of their own, only a letter and a name. */
export function channelLook(id: ChannelId, own: readonly OwnChannel[] = []): ChannelLook {
  if (!isOwnChannel(id)) {
    const { label, letter, token } = channels[id]
    return { label, letter, colour: `var(--ch-${token})`, onColour: `var(--on-${token})` }
  }
  const found = own.find((each) => each.id === id)
  return {
    label: found?.label ?? '',
    letter: found?.letter ?? '',
    colour: 'var(--ch-none)',
    onColour: 'var(--surface)',
  }
}
