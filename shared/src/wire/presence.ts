import * as v from 'valibot'
import { recordRoots } from '../board/records.ts'
import { coordinate, COORDINATE_MAX, id, length } from '../board/schemas.ts'
import type { SeatId } from '../domain/id.ts'
import { penOrder, penWidths } from '../domain/pen.ts'
import type { Role } from '../domain/role.ts'

/** A presence state of more bytes than this isn't passed on. */
export const PRESENCE_MAX = 2048

/** How much of each a state may hold. */
export const bounds = {
  selection: 60,
  drag: 40,
  /** Three numbers a point. */
  points: 300,
  key: /^[A-Za-z]{1,20}$/,
} as const

/** What of a thing can be pulled by itself: an end of a connector, the beginning of a stage. */
export const pulledParts = ['from', 'to', 'start'] as const
export type PulledPart = (typeof pulledParts)[number]

const place = v.tuple([coordinate, coordinate, length, length])
const span = v.pipe(v.number(), v.minValue(1), v.maxValue(COORDINATE_MAX))
const nothing = <Schema extends v.GenericSchema>(schema: Schema) => v.fallback(v.nullable(schema), null)

/**
 * What a person does at the moment, as it travels in an awareness state. The server rebuilds the state from these fields
 * alone; one that doesn't fit counts as nothing.
 */
const fields = v.object({
  cursor: nothing(v.tuple([coordinate, coordinate])),
  selection: v.fallback(v.pipe(v.array(id()), v.maxLength(bounds.selection)), []),
  /** The text that has the keyboard. */
  typing: nothing(v.object({ root: v.picklist(recordRoots), id: id(), key: v.pipe(v.string(), v.regex(bounds.key)) })),
  /** Where notes are while they are dragged. */
  drag: v.fallback(v.pipe(v.array(v.object({ id: id(), place })), v.maxLength(bounds.drag)), []),
  /** The end of the line that is being drawn: x, y, pressure, x, y, pressure ... */
  stroke: nothing(
    v.object({
      pen: v.picklist(penOrder),
      width: v.picklist(penWidths),
      points: v.pipe(v.array(coordinate), v.maxLength(bounds.points)),
    }),
  ),
  /** The part of the board that lies free before them; null for whoever reads the list. */
  view: nothing(v.tuple([coordinate, coordinate, span, span])),
  /** The end of a connector or the beginning of a stage in the hand: where it is, and what it would hold on to. */
  pull: nothing(
    v.object({
      id: id(),
      part: v.picklist(pulledParts),
      at: v.nullable(id()),
      point: v.tuple([coordinate, coordinate]),
    }),
  ),
})
export type PresenceFields = v.InferOutput<typeof fields>

/** Nothing is done. */
export const NOTHING: PresenceFields = {
  ...{ cursor: null, selection: [], typing: null },
  ...{ drag: [], stroke: null, view: null, pull: null },
}

/** What everybody gets: the fields, and who it is, which comes from the seat and never from the frame. */
export interface PresenceState extends Partial<PresenceFields> {
  readonly seat: SeatId
  readonly name: string
  readonly role: Role
}

/** The known fields of a state that came from outside; null when it is no state at all. Asks only for what is there. */
export function readPresence(raw: unknown): PresenceFields | null {
  if (typeof raw !== 'object' || raw === null) return null
  const given: Readonly<Record<string, unknown>> = { ...raw }
  const read = { ...NOTHING }
  for (const name of names) if (given[name] !== undefined) take(read, name, given[name])
  return read
}

const names = Object.keys(fields.entries) as readonly (keyof PresenceFields)[]

function take<Name extends keyof PresenceFields>(into: Pick<PresenceFields, Name>, name: Name, raw: unknown): void {
  into[name] = v.parse(fields.entries[name], raw) as PresenceFields[Name]
}
