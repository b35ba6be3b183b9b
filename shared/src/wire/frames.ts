import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as v from 'valibot'
import { coordinate, count, id, instant } from '../board/schemas.ts'
import { rankingOrder } from '../domain/assessment.ts'
import type { MomentId, SeatId } from '../domain/id.ts'
import { phaseOrder } from '../domain/phase.ts'
import { roles, workplaces } from '../domain/role.ts'

/** Frame numbers beside Yjs's own (sync 0, awareness 1, auth 2, query awareness 3). Ours start at 64. */
export const SYNC = 0
export const AWARENESS = 1
export const QUERY_AWARENESS = 3
/** Ours, and not JSON: presence in its compact form (`compact-presence.ts`), and several frames in one (`pack.ts`). */
export const PRESENCE = 75
export const PACK = 76

const nullable = <Schema extends v.GenericSchema>(schema: Schema) => v.nullable(schema)
const short = v.pipe(v.string(), v.maxLength(2000))
const person = v.object({
  seat: id<SeatId>(),
  name: short,
  role: v.picklist(roles),
  workplace: nullable(v.picklist(workplaces)),
  online: v.boolean(),
  ready: v.boolean(),
  heir: v.boolean(),
})
/** What the board asks for at its door, and when it goes by itself. */
const terms = v.object({
  passphrase: v.boolean(),
  deleteAt: nullable(instant),
  idleDays: nullable(count),
  nearlyFull: v.optional(v.boolean()),
})
const quiet = v.optional(v.object({ ready: count, few: v.boolean() }))
const outcome = v.variant('ok', [
  v.object({ id: short, ok: v.literal(true), value: v.optional(v.unknown()) }),
  v.object({ id: short, ok: v.literal(false), rule: nullable(short), reason: short }),
])

/** Every frame of ours: its number and its fields. */
export const frames = {
  /** Server, first: who you are, which incarnation of the board this is, and what time it is. */
  hello: {
    number: 64,
    fields: v.object({
      seat: v.object({ id: id<SeatId>(), name: short, role: v.picklist(roles), seated: v.boolean() }),
      epoch: count,
      phaseNumber: count,
      now: instant,
      serverClient: count,
    }),
  },
  /** Client: a governed or kept command; `id` is random and remembered, so a resend is harmless. */
  command: {
    number: 65,
    fields: v.object({ id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,44}$/)), name: short, args: v.unknown() }),
  },
  /** Server: what became of a command. */
  outcome: { number: 66, fields: outcome },
  /** Server: these updates (by `updateKey`) are on disk. */
  saved: { number: 67, fields: v.object({ keys: v.array(v.number()) }) },
  /** Server, before close 4409: nothing of this update was applied. */
  refused: { number: 68, fields: v.object({ key: v.number(), rule: nullable(short), reason: short }) },
  /** Both ways, at least each 5 s: the server's clock and phase; back, the last phase the client was told. */
  pulse: {
    number: 69,
    fields: v.object({
      now: instant,
      phase: v.picklist(phaseOrder),
      phaseNumber: count,
      writable: v.optional(v.boolean(), true),
    }),
  },
  /**
   * Server: everybody who has a seat, whenever that changes. With `quiet` nobody is told apart by it: who was here once
   * stays here, nobody is shown as ready, and `ready` counts them instead; `few` when people may guess who wrote what.
   */
  people: { number: 70, fields: v.object({ people: v.array(person), doorOpen: v.boolean(), terms, quiet }) },
  /** Server, to one seat only: its own dots and grades of the open rounds, and whether it is ready. */
  mine: {
    number: 71,
    fields: v.object({
      dots: v.record(v.string(), count),
      grades: v.record(v.string(), v.picklist(rankingOrder)),
      roomDots: v.array(v.record(v.string(), count)),
      ready: v.optional(v.boolean()),
    }),
  },
  /** Server: somebody rang the bell. */
  bell: { number: 72, fields: v.object({}) },
  /** Server: look here. */
  bring: {
    number: 73,
    fields: v.object({
      view: v.tuple([coordinate, coordinate, v.number(), v.number()]),
      moment: nullable(id<MomentId>()),
    }),
  },
  /**
   * Server: how many have graded in the open rounds. Never who; and nothing of ballots and ideas, because the moment at
   * which a count moves could be told apart from the outside.
   */
  progress: { number: 74, fields: v.object({ grades: v.record(v.string(), count) }) },
} as const

export type FrameName = keyof typeof frames
export type FrameOf<Name extends FrameName> = v.InferOutput<(typeof frames)[Name]['fields']>
export type AnyFrame = {
  readonly [Name in FrameName]: { readonly frame: Name; readonly fields: FrameOf<Name> }
}[FrameName]

const byNumber = new Map<number, FrameName>(
  (Object.keys(frames) as readonly FrameName[]).map((name) => [frames[name].number, name]),
)

export function writeFrame<Name extends FrameName>(name: Name, fields: FrameOf<Name>): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, frames[name].number)
  encoding.writeVarString(encoder, JSON.stringify(fields))
  return encoding.toUint8Array(encoder)
}

/** Reads the body of frame `number`, the number itself being read already. Null for a number or fields that aren't ours. */
export function readFrame(number: number, decoder: decoding.Decoder): AnyFrame | null {
  const name = byNumber.get(number)
  if (name === undefined) return null
  try {
    const parsed = v.safeParse(frames[name].fields, JSON.parse(decoding.readVarString(decoder)))
    return parsed.success ? ({ frame: name, fields: parsed.output } as AnyFrame) : null
  } catch {
    return null
  }
}

/** The subprotocols of ours. With the second one a socket also gets presence in its compact form instead of awareness. */
export const OURS = 'momentous.v1'
export const COMPACT = 'momentous.presence'

/** Close codes: 4400 to 4499 stop the stock client for good, everything else is tried again. */
export const closeCodes = {
  unreadable: 4400,
  linkGone: 4401,
  /** A link alone isn't enough here: a seat has to be taken with it first. */
  seatFirst: 4403,
  noSuchBoard: 4404,
  refused: 4409,
  otherEpoch: 4410,
  tryLater: 4529,
  damaged: 4530,
  tooSlow: 1013,
} as const
