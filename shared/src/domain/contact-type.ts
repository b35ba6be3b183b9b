/**
 * How the customer is met: a channel and a setting. `letter` and `digit` are what the note and the keyboard show,
 * `token` names the colour (`--ch-<token>`), `icon` the lucide icon.
 */
export const channels = {
  face: { label: 'Face-to-face', letter: 'F', digit: 1, token: 'face', icon: 'handshake' },
  phone: { label: 'Phone', letter: 'P', digit: 2, token: 'phone', icon: 'phone' },
  'web-conference': { label: 'Web conference', letter: 'C', digit: 3, token: 'web-conference', icon: 'video' },
  post: { label: 'Post', letter: 'L', digit: 4, token: 'post', icon: 'mailbox' },
  email: { label: 'Email', letter: 'E', digit: 5, token: 'email', icon: 'at-sign' },
  website: { label: 'Website', letter: 'W', digit: 6, token: 'website', icon: 'globe' },
  social: { label: 'Social media', letter: 'S', digit: 7, token: 'social', icon: 'hash' },
} as const satisfies Record<string, ChannelFacts>

interface ChannelFacts {
  readonly label: string
  readonly letter: string
  readonly digit: number
  readonly token: string
  readonly icon: string
}

export type Channel = keyof typeof channels
export const channelOrder = Object.keys(channels) as readonly Channel[]

/** A contact type that a board added for itself; its id starts with `own-`. */
export interface OwnChannel {
  readonly id: OwnChannelId
  readonly label: string
  readonly letter: string
}
export type OwnChannelId = `own-${string}`
export type ChannelId = Channel | OwnChannelId

export function isOwnChannel(id: ChannelId): id is OwnChannelId {
  return id.startsWith('own-')
}

export const settings = {
  'one-to-one': { label: '1-to-1' },
  group: { label: 'group' },
  broadcast: { label: 'broadcast' },
} as const satisfies Record<string, { readonly label: string }>
export type Setting = keyof typeof settings
export const settingOrder = Object.keys(settings) as readonly Setting[]

/** The printed form's contact settings, in its order (product.md; the row printed twice is kept once). */
export const printedSettings = [
  { row: 'Face-to-face in a group setting', channel: 'face', setting: 'group' },
  { row: 'Face-to-face in a 1-on-1 setting', channel: 'face', setting: 'one-to-one' },
  { row: 'Phonecall 1-on-1', channel: 'phone', setting: 'one-to-one' },
  { row: 'Phone call conference call', channel: 'phone', setting: 'group' },
  { row: 'Web-conference 1-on-1', channel: 'web-conference', setting: 'one-to-one' },
  { row: 'Web-conference to a group', channel: 'web-conference', setting: 'group' },
  { row: 'By post communication', channel: 'post', setting: 'one-to-one' },
  { row: 'By email communication', channel: 'email', setting: 'one-to-one' },
  { row: 'By social media 1-on-1', channel: 'social', setting: 'one-to-one' },
  { row: 'By social media broadcast', channel: 'social', setting: 'broadcast' },
  { row: 'By website broadcast', channel: 'website', setting: 'broadcast' },
] as const satisfies readonly { row: string; channel: Channel; setting: Setting }[]

/** The settings that the printed form pairs with a channel; all three for a board's own channel. */
export function settingsOf(channel: ChannelId): readonly Setting[] {
  if (isOwnChannel(channel)) return settingOrder
  return settingOrder.filter((setting) =>
    printedSettings.some((row) => row.channel === channel && row.setting === setting),
  )
}
