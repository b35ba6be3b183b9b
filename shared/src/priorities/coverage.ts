import { timeline } from '../board/timeline.ts'
import { channelOrder, type Channel } from '../domain/contact-type.ts'
import type { Moment } from '../domain/moment.ts'

/** Before the colours are given, the words of a note are all there is to go by. Whole words, in any case. */
const telltales = {
  face: /\b(face|walks?|arrives?|arriv\w+|greet\w*|waits?|waiting|desk|counter|door|meets?|in person)\b/iu,
  phone: /\b(phones?|telephones?|calls?|called|rings?|rang|voicemail|sms)\b/iu,
  'web-conference': /\b(webinars?|video|zoom|teams|web[- ]?conference|online meeting)\b/iu,
  post: /\b(post|posts|posted|letters?|parcels?|mailbox|envelopes?)\b/iu,
  email: /\b(e-?mails?|newsletters?|inbox)\b/iu,
  website: /\b(web ?sites?|web ?pages?|home ?page|online|looks? (us )?up|search\w*|google)\b/iu,
  social: /\b(social media|facebook|instagram|linkedin|tiktok|whatsapp|tweets?)\b/iu,
} as const satisfies Record<Channel, RegExp>

/** How the hint names a channel. */
const phrases = {
  face: 'face-to-face',
  phone: 'by phone',
  'web-conference': 'by web conference',
  post: 'by post',
  email: 'by email',
  website: 'by website',
  social: 'by social media',
} as const satisfies Record<Channel, string>

/** Fewer moments than this are a beginning, not a gap. */
const ENOUGH = 4
const NAMED_AT_ONCE = 2

/** The channels of the printed form that no moment of the timeline uses or speaks of. */
export function missingChannels(moments: Iterable<Moment>): readonly Channel[] {
  const line = timeline(moments)
  return channelOrder.filter((channel) => !line.some((moment) => isMet(moment, channel)))
}

function isMet(moment: Moment, channel: Channel): boolean {
  return moment.channel === null ? telltales[channel].test(moment.text) : moment.channel === channel
}

export interface CoverageHint {
  readonly channels: readonly Channel[]
  readonly text: string
}

/** "Nothing by post yet. Is that right?", naming two channels at most; null while there is nothing to ask. */
export function coverageHint(moments: readonly Moment[]): CoverageHint | null {
  if (timeline(moments).length < ENOUGH) return null
  const channels = missingChannels(moments).slice(0, NAMED_AT_ONCE)
  if (channels.length === 0) return null
  return { channels, text: `Nothing ${named(channels)} yet. Is that right?` }
}

function named(channels: readonly Channel[]): string {
  const [first = '', ...rest] = channels.map((channel) => phrases[channel])
  // "by post or email": the second "by" is left out.
  return [first, ...rest.map((phrase) => (first.startsWith('by ') ? phrase.replace(/^by /u, '') : phrase))].join(' or ')
}
