import type { Field } from '@momentous/shared/board/fields'
import { records, type RecordRoot } from '@momentous/shared/board/records'
import { STROKE_POINTS_MAX } from '@momentous/shared/domain/stroke'
import { allowed, refused, type Ruling } from '@momentous/shared/rules/ruling'
import * as v from 'valibot'

export function fieldOf(root: RecordRoot, key: string): Field | null {
  const fields: Readonly<Record<string, Field>> = records[root]
  return Object.hasOwn(fields, key) ? (fields[key] ?? null) : null
}

/** The points of a stroke are the longest list. */
const LONGEST = STROKE_POINTS_MAX * 3

/** Is this exactly a value that the field may hold? Nothing may ride along that a reader would silently drop. */
export function fitsField(root: RecordRoot, key: string, value: unknown): Ruling {
  const field = fieldOf(root, key)
  if (field === null || field.field === 'text') return refused('D1', 'A board has no such place.')
  if (Array.isArray(value) && value.length > LONGEST) return refused('D1', 'A board can’t hold this value.')
  const parsed = v.safeParse(field.schema, value, { abortEarly: true })
  const isExact =
    parsed.success &&
    (value instanceof Uint8Array
      ? sameBytes(field.pack?.(parsed.output), value)
      : JSON.stringify(parsed.output) === JSON.stringify(value))
  return isExact ? allowed : refused('D1', 'A board can’t hold this value.')
}

/** There is one way to write a value as bytes. */
function sameBytes(one: Uint8Array | undefined, other: Uint8Array): boolean {
  return one !== undefined && one.length === other.length && one.every((byte, at) => byte === other[at])
}
