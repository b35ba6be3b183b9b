import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { isId, type SeatId } from '../domain/id.ts'
import { roles, type Role } from '../domain/role.ts'
import { fieldCodecs, fieldOrder } from './compact-fields.ts'
import { PRESENCE } from './frames.ts'
import { NOTHING, PRESENCE_MAX, type PresenceFields } from './presence.ts'

/** Who somebody is; it comes from the seat. */
export interface PresencePerson {
  readonly seat: SeatId
  readonly name: string
  readonly role: Role
}

/** What is new about one person: only what changed travels. */
export type PresenceChange =
  | { readonly number: number; readonly gone: true }
  | {
      readonly number: number
      readonly gone: false
      readonly person: PresencePerson | null
      readonly fields: Partial<PresenceFields>
    }

export interface PresenceNews {
  /** Told to one socket alone: its own number. Whoever isn't in the same frame isn't there any more. */
  readonly own: number | null
  readonly changes: readonly PresenceChange[]
}

const PERSON = 1 << fieldOrder.length
const GONE = PERSON << 1
const FIELDS = PERSON - 1
const NAME_MAX = 2_000
/** More people than a board has room for. */
const CHANGES_MAX = 2_000

/** What a client does, as its server reads it: a whole state, in which whatever is nothing is left out. */
export function writeOwnPresence(fields: PresenceFields): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, PRESENCE)
  writeFields(encoder, changedFields(NOTHING, fields), 0)
  return new Uint8Array(encoding.toUint8Array(encoder))
}

/** The state after the frame's number; null when it can't be one. Never throws. */
export function readOwnPresence(decoder: decoding.Decoder): PresenceFields | null {
  if (decoder.arr.length - decoder.pos > PRESENCE_MAX) return null
  try {
    const flags = decoding.readVarUint(decoder)
    if ((flags & FIELDS) !== flags) return null
    const fields = { ...NOTHING, ...readFields(decoder, flags) }
    return decoding.hasContent(decoder) ? null : fields
  } catch {
    return null
  }
}

export function writePresenceNews({ own, changes }: PresenceNews): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, PRESENCE)
  // Zero for what everybody gets: numbers begin with 1.
  encoding.writeVarUint(encoder, own ?? 0)
  encoding.writeVarUint(encoder, changes.length)
  for (const change of changes) {
    encoding.writeVarUint(encoder, change.number)
    if (change.gone) encoding.writeVarUint(encoder, GONE)
    else {
      writeFields(encoder, change.fields, change.person === null ? 0 : PERSON)
      if (change.person !== null) writePerson(encoder, change.person)
    }
  }
  return encoding.toUint8Array(encoder)
}

/** The news after the frame's number; null when they can't be any. Never throws. */
export function readPresenceNews(decoder: decoding.Decoder): PresenceNews | null {
  try {
    const own = decoding.readVarUint(decoder)
    const count = decoding.readVarUint(decoder)
    if (count > CHANGES_MAX) return null
    const changes = Array.from({ length: count }, () => readChange(decoder))
    return decoding.hasContent(decoder) ? null : { own: own === 0 ? null : own, changes }
  } catch {
    return null
  }
}

function readChange(decoder: decoding.Decoder): PresenceChange {
  const number = decoding.readVarUint(decoder)
  const flags = decoding.readVarUint(decoder)
  if (flags === GONE) return { number, gone: true }
  if ((flags & (FIELDS | PERSON)) !== flags) throw new RangeError('no such field')
  const fields = readFields(decoder, flags)
  return { number, gone: false, person: (flags & PERSON) === 0 ? null : readPerson(decoder), fields }
}

function writePerson(encoder: encoding.Encoder, { seat, name, role }: PresencePerson): void {
  encoding.writeVarString(encoder, seat)
  encoding.writeVarString(encoder, name)
  encoding.writeUint8(encoder, roles.indexOf(role))
}

function readPerson(decoder: decoding.Decoder): PresencePerson {
  const [seat, name] = [decoding.readVarString(decoder), decoding.readVarString(decoder)]
  const role = roles[decoding.readUint8(decoder)]
  if (!isId<SeatId>(seat) || name.length > NAME_MAX || role === undefined) throw new RangeError('nobody')
  return { seat, name, role }
}

function writeFields(encoder: encoding.Encoder, fields: Partial<PresenceFields>, flags: number): void {
  const bits = fieldOrder.reduce((sum, name, bit) => (fields[name] === undefined ? sum : sum | (1 << bit)), flags)
  encoding.writeVarUint(encoder, bits)
  for (const name of fieldOrder) writeField(encoder, name, fields[name])
}

function writeField<Name extends keyof PresenceFields>(
  encoder: encoding.Encoder,
  name: Name,
  value: PresenceFields[Name] | undefined,
): void {
  if (value !== undefined) fieldCodecs[name].write(encoder, value)
}

function readFields(decoder: decoding.Decoder, flags: number): Partial<PresenceFields> {
  const fields: Partial<PresenceFields> = {}
  for (const [bit, name] of fieldOrder.entries()) if ((flags & (1 << bit)) !== 0) readField(decoder, name, fields)
  return fields
}

function readField<Name extends keyof PresenceFields>(
  decoder: decoding.Decoder,
  name: Name,
  fields: Partial<Pick<PresenceFields, Name>>,
): void {
  fields[name] = fieldCodecs[name].read(decoder)
}

/** The fields of `now` that differ from `before`. */
export function changedFields(before: PresenceFields, now: PresenceFields): Partial<PresenceFields> {
  const changed: Partial<PresenceFields> = {}
  for (const name of fieldOrder) if (!isSame(before[name], now[name])) take(changed, now, name)
  return changed
}

function take<Name extends keyof PresenceFields>(
  into: Partial<Pick<PresenceFields, Name>>,
  from: PresenceFields,
  name: Name,
): void {
  into[name] = from[name]
}

function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((each, at) => isSame(each, other[at]))
  }
  const [entries, others] = [Object.entries(one), new Map(Object.entries(other))]
  return entries.length === others.size && entries.every(([key, each]) => isSame(each, others.get(key)))
}
