import { isOwnChannel, type Channel, type ChannelId, type OwnChannel } from '@momentous/shared/domain/contact-type'
import { AtSign, Globe, Handshake, Hash, Mailbox, MessageCircle, Phone, Video, type LucideIcon } from 'lucide-react'
import { channelLook } from './channel-look.ts'
import './channel-icon.css'

const icons: Readonly<Record<Channel, LucideIcon>> = {
  face: Handshake,
  phone: Phone,
  'web-conference': Video,
  post: Mailbox,
  email: AtSign,
  website: Globe,
  social: Hash,
}

export interface ChannelIconProps {
  readonly channel: ChannelId
  readonly own?: readonly OwnChannel[]
  /** 20 px on a note, 40 px on a pen. */
  readonly size?: 'note' | 'pen'
  /** The letter on a round tab at the corner, as the pens show it. */
  readonly lettered?: boolean
}

/** The icon on its colour. Decoration: letter and words stand beside it. */
export function ChannelIcon({ channel, own, size = 'note', lettered }: ChannelIconProps) {
  const look = channelLook(channel, own)
  const Icon = isOwnChannel(channel) ? MessageCircle : icons[channel]
  return (
    <span
      className={`channel-icon channel-icon-${size}`}
      style={{ background: look.colour, color: look.onColour }}
      aria-hidden="true"
    >
      <Icon />
      {lettered && <span className="channel-icon-letter">{look.letter}</span>}
    </span>
  )
}
