import * as encoding from 'lib0/encoding'

/** An id of Yjs: author and clock. */
export type RawId = readonly [client: number, clock: number]

export type RawContent =
  | { readonly is: 'string'; readonly text: string }
  | { readonly is: 'any'; readonly values: readonly unknown[] }
  | { readonly is: 'deleted'; readonly length: number }
  /** `length` is what is said of it, if that is something else. */
  | { readonly is: 'bytes'; readonly bytes: Uint8Array; readonly length?: number }
  /** 0 array, 1 map, 2 text, 3 element (named), 4 fragment, 5 hook (named), 6 XML text. */
  | { readonly is: 'type'; readonly type: number }
  /** What Yjs has besides: its number, and its bytes as they stand. */
  | { readonly is: 'other'; readonly kind: number; readonly bytes: Uint8Array }

export type RawStruct =
  | { readonly gc: number }
  | { readonly skip: number }
  | {
      readonly left?: RawId
      readonly right?: RawId
      /** Named only by an item without neighbours, as Yjs writes it. */
      readonly parent?: RawId | string
      readonly sub?: string
      readonly content: RawContent
    }

export interface RawGroup {
  readonly client: number
  readonly clock: number
  readonly structs: readonly RawStruct[]
  /** What the header says instead of their number. */
  readonly count?: number
}

export type RawDeletes = readonly (readonly [client: number, ranges: readonly (readonly [number, number])[]])[]

/** An update (v1) as anybody could write it by hand, whether Yjs would or not. */
export function rawUpdate(groups: readonly RawGroup[], deletes: RawDeletes = []): Uint8Array {
  const encoder = encoding.createEncoder()
  const write = (...numbers: readonly number[]) => {
    for (const number of numbers) encoding.writeVarUint(encoder, number)
  }
  write(groups.length)
  for (const { client, clock, structs, count = structs.length } of groups) {
    write(count, client, clock)
    for (const struct of structs) writeStruct(encoder, struct)
  }
  write(deletes.length)
  for (const [client, ranges] of deletes) {
    write(client, ranges.length)
    for (const range of ranges) write(...range)
  }
  return encoding.toUint8Array(encoder)
}

const kindOf = { deleted: 1, bytes: 3, string: 4, type: 7, any: 8 } as const

function writeStruct(encoder: encoding.Encoder, struct: RawStruct): void {
  if ('gc' in struct || 'skip' in struct) {
    encoding.writeUint8(encoder, 'gc' in struct ? 0 : 10)
    return encoding.writeVarUint(encoder, 'gc' in struct ? struct.gc : struct.skip)
  }
  const { left, right, parent, sub, content } = struct
  const kind = content.is === 'other' ? content.kind : kindOf[content.is]
  const flags = (left ? 128 : 0) | (right ? 64 : 0) | (sub === undefined ? 0 : 32)
  encoding.writeUint8(encoder, kind | flags)
  for (const id of [left, right]) if (id !== undefined) writeId(encoder, id)
  if (left === undefined && right === undefined) {
    encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0)
    if (typeof parent === 'string') encoding.writeVarString(encoder, parent)
    else writeId(encoder, parent ?? [0, 0])
    if (sub !== undefined) encoding.writeVarString(encoder, sub)
  }
  writeContent(encoder, content)
}

function writeId(encoder: encoding.Encoder, [client, clock]: RawId): void {
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
}

function writeContent(encoder: encoding.Encoder, content: RawContent): void {
  switch (content.is) {
    case 'string':
      return encoding.writeVarString(encoder, content.text)
    case 'deleted':
      return encoding.writeVarUint(encoder, content.length)
    case 'type':
      return encoding.writeVarUint(encoder, content.type)
    case 'any':
      encoding.writeVarUint(encoder, content.values.length)
      for (const value of content.values) encoding.writeAny(encoder, value as string)
      return
    case 'bytes':
      encoding.writeVarUint(encoder, content.length ?? content.bytes.length)
      return encoding.writeUint8Array(encoder, content.bytes)
    case 'other':
      encoding.writeUint8Array(encoder, content.bytes)
  }
}
