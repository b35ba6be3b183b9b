import type { OwnChannel } from './contact-type.ts'
import type { MomentId } from './id.ts'
import type { Phase } from './phase.ts'

/** Times are milliseconds since 1970 on the server's clock. */
export type Instant = number

export type Vote =
  | { readonly state: 'none' }
  | { readonly state: 'open'; readonly round: number }
  | {
      readonly state: 'closed'
      readonly round: number
      readonly totals: Readonly<Record<string, number>>
      readonly ballots: number
    }

export interface Shortlist {
  readonly moments: readonly MomentId[]
  /** Given when fewer than 3 were chosen; it goes on the record. */
  readonly reason: string
}

export type Timer =
  | { readonly state: 'running'; readonly endsAt: Instant }
  | { readonly state: 'paused'; readonly left: number }

/** An irreversible step that the facilitator asked for; the server completes it at `at` unless it is taken back. */
export type Closing =
  | { readonly step: 'close-vote'; readonly at: Instant }
  | { readonly step: 'reveal-grade'; readonly moment: MomentId; readonly at: Instant }
  | { readonly step: 'move-phase'; readonly to: Phase; readonly at: Instant }
  | { readonly step: 'finish-session'; readonly at: Instant }

/** Words that somebody wanted to add too late, waiting for the facilitator. Unsigned. */
export interface KeptMoment {
  readonly id: string
  readonly text: string
}

/** The board's governed facts: only the server writes them. */
export interface Session {
  /** Version of the document's layout. */
  readonly version: number
  readonly title: string
  readonly why: string
  /** What the board calls a customer: patient, guest ... */
  readonly customer: string
  /** Whose form it is: stands on documents. Empty where nobody said. */
  readonly firm: string
  /** The firm's picture for documents: the hash of one of the board's images. */
  readonly logo: string | null
  readonly phase: Phase
  /** Counts the phase changes; a peer's pulse names the last one that it was told of. */
  readonly phaseNumber: number
  readonly dots: number
  /** May one person put several dots on one moment? */
  readonly stacking: boolean
  /** People in the room without a device, declared before the vote. */
  readonly room: number
  readonly vote: Vote
  readonly shortlist: Shortlist | null
  /** The priority under discussion in Assess, Ideas, Decide and Plan. */
  readonly focus: MomentId | null
  readonly anonymous: boolean
  /** How many ideas a priority should collect. */
  readonly goal: number
  readonly timer: Timer | null
  readonly closing: Closing | null
  readonly channels: readonly OwnChannel[]
  readonly kept: readonly KeptMoment[]
  readonly nextSession: NextSession | null
  /** When the facilitator said that the form is done; null before, and once the session was opened again. It locks nothing. */
  readonly finished: Instant | null
}

/** Calendar date, YYYY-MM-DD, and a time of day, HH:MM, in a time zone. */
export interface NextSession {
  readonly date: string
  readonly time: string
  readonly minutes: number
  /** By its name in the IANA's list, `Europe/Berlin`; null when whoever booked didn't say. */
  readonly zone: string | null
}

export const SHORTLIST_MIN = 3
export const SHORTLIST_MAX = 5
export const DOTS_MIN = 1
export const DOTS_MAX = 5
/** How long an irreversible step can be taken back, in milliseconds. */
export const TAKE_BACK_MS = 5000
