import * as v from 'valibot'
import type { MomentId } from '../domain/id.ts'
import { phaseOrder } from '../domain/phase.ts'
import { DOTS_MAX, DOTS_MIN } from '../domain/session.ts'
import { governed, type Fields } from './fields.ts'
import { count, date, id, imageHash, instant, timeZone, words } from './schemas.ts'
import type { OwnChannelId } from '../domain/contact-type.ts'

export const DOCUMENT_VERSION = 1

const phase = v.picklist(phaseOrder)
const vote = v.variant('state', [
  v.object({ state: v.literal('none') }),
  v.object({ state: v.literal('open'), round: count }),
  v.object({ state: v.literal('closed'), round: count, totals: v.record(v.string(), count), ballots: count }),
])
const shortlist = v.object({ moments: v.array(id<MomentId>()), reason: words(500) })
const timer = v.variant('state', [
  v.object({ state: v.literal('running'), endsAt: instant }),
  v.object({ state: v.literal('paused'), left: count }),
])
const closing = v.variant('step', [
  v.object({ step: v.literal('close-vote'), at: instant }),
  v.object({ step: v.literal('reveal-grade'), moment: id<MomentId>(), at: instant }),
  v.object({ step: v.literal('move-phase'), to: phase, at: instant }),
  v.object({ step: v.literal('finish-session'), at: instant }),
])
const ownChannelId = v.pipe(
  v.string(),
  v.regex(/^own-[a-z0-9]{1,20}$/),
  v.transform((raw) => raw as OwnChannelId),
)
const ownChannel = v.object({ id: ownChannelId, label: words(40), letter: words(2) })
const nextSession = v.object({
  date,
  time: v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
  minutes: count,
  zone: v.optional(v.nullable(timeZone), null),
})

/** The keys of the session: all governed, so only the server writes any of them. */
export const sessionFields = {
  version: governed(count, DOCUMENT_VERSION),
  title: governed(words(120), ''),
  why: governed(words(1000), ''),
  customer: governed(words(40), 'customer'),
  firm: governed(words(80), ''),
  logo: governed(v.nullable(imageHash), null),
  phase: governed(phase, 'lobby'),
  phaseNumber: governed(count, 0),
  dots: governed(v.pipe(count, v.minValue(DOTS_MIN), v.maxValue(DOTS_MAX)), 3),
  stacking: governed(v.boolean(), true),
  room: governed(count, 0),
  vote: governed(vote, { state: 'none' }),
  shortlist: governed(v.nullable(shortlist), null),
  focus: governed(v.nullable(id<MomentId>()), null),
  anonymous: governed(v.boolean(), true),
  goal: governed(count, 20),
  timer: governed(v.nullable(timer), null),
  closing: governed(v.nullable(closing), null),
  channels: governed(v.array(ownChannel), []),
  kept: governed(v.array(v.object({ id: v.string(), text: words(400) })), []),
  nextSession: governed(v.nullable(nextSession), null),
  finished: governed(v.nullable(instant), null),
} as const satisfies Fields
